/// What is mounted now, as /proc/self/mountinfo says (proc_pid_mountinfo(5)).
public struct MountTable: Sendable {
  public struct Mount: Sendable, Equatable {
    /// "major:minor" of the file system.
    public let number: String
    /// The folder of the file system that is shown.
    public let root: String
    public let point: String
    public let type: String
    public let source: String
  }

  public let mounts: [Mount]

  /// Reads the lines of the file; those that are not in its form are left out.
  public init(_ lines: [Substring]) {
    mounts = lines.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let dash = words.firstIndex(of: "-"), words.count > dash + 2, dash > 5 else { return nil }
      return Mount(
        number: words[2], root: Self.plain(words[3]), point: Self.plain(words[4]), type: words[dash + 1],
        source: Self.plain(words[dash + 2]))
    }
  }

  /// The last mount at a point, which hides the others.
  public func at(_ point: String) -> Mount? { mounts.last { $0.point == point } }

  /// Where the whole file system of a block device is shown.
  public func whole(_ number: String) -> Mount? { mounts.last { $0.number == number && $0.root == "/" } }

  /// Undoes the octal escapes of space, tab, line end and backslash.
  private static func plain(_ word: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(word.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
