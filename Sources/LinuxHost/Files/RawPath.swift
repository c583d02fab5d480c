/// The path of a folder below a root as the bytes that the file system keeps.
struct RawPath: Sendable, Hashable {
  private(set) var bytes: [UInt8] = []

  var isRoot: Bool { bytes.isEmpty }
  var display: String { bytes.isEmpty ? "/" : String(decoding: bytes, as: UTF8.self) }

  func appending(_ name: some Collection<UInt8>) -> RawPath {
    var path = self
    path.bytes.reserveCapacity(bytes.count + name.count + 1)
    path.bytes.append(UInt8(ascii: "/"))
    path.bytes += name
    return path
  }

  /// The path relative to the root, for system calls.
  var relative: [CChar] {
    (isRoot ? [UInt8(ascii: ".")] : Array(bytes.dropFirst())).map(CChar.init(bitPattern:)) + [0]
  }
}
