import Facts
import Foundation
import LinuxHost

/// A recording that a test writes file by file; it is removed when the process ends.
public final class TemporaryTree {
  /// The recording's folder on this machine.
  public let path: String
  public var collectedAt: Int64
  public var utcOffset: Int64
  public var readAs: UInt32?

  /// An empty recording of 1 July 2026, Vietnamese time.
  public init(collectedAt: Int64 = 1_782_867_600, utcOffset: Int64 = 25_200) throws {
    self.collectedAt = collectedAt
    self.utcOffset = utcOffset
    path = "\(Self.base)/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path + "/root", withIntermediateDirectories: true)
    for folder in [Self.base, path, path + "/root"] { try check(chmod(folder, 0o755), folder) }
  }

  /// One folder a process, removed when it ends.
  private static let base: String = {
    let path = NSTemporaryDirectory() + "airseal-test-\(UUID().uuidString)"
    atexit { TemporaryTree.removeAll() }
    return path
  }()

  private static func removeAll() {
    do {
      try FileManager.default.removeItem(atPath: base)
    } catch {
      FileHandle.standardError.write(Data("\(base): \(error)\n".utf8))
    }
  }

  /// Writes a file of the machine's disk; `at` is its modification time.
  @discardableResult
  public func file(
    _ name: String, _ text: String = "", at time: Int64? = nil, mode: mode_t = 0o644, owner: uid_t? = nil
  ) throws -> Self {
    try file(name, bytes: Array(text.utf8), at: time, mode: mode, owner: owner)
  }

  @discardableResult
  public func file(
    _ name: String, bytes: [UInt8], at time: Int64? = nil, mode: mode_t = 0o644, owner: uid_t? = nil
  ) throws -> Self {
    try write("root", name, bytes)
    return try mark(name, at: time, mode: mode, owner: owner)
  }

  /// Makes a folder of the machine's disk.
  @discardableResult
  public func folder(
    _ name: String, at time: Int64? = nil, mode: mode_t = 0o755, owner: uid_t? = nil
  ) throws -> Self {
    try FileManager.default.createDirectory(atPath: real(name), withIntermediateDirectories: true)
    return try mark(name, at: time, mode: mode, owner: owner)
  }

  @discardableResult
  public func link(_ name: String, to target: String) throws -> Self {
    try makeParent(real(name))
    try check(symlink(target, real(name)), name)
    return self
  }

  @discardableResult
  public func fifo(_ name: String) throws -> Self {
    try makeParent(real(name))
    try check(mkfifo(real(name), 0o644), name)
    return self
  }

  /// A file of `size` bytes that takes no room on the disk.
  @discardableResult
  public func sparse(_ name: String, size: Int) throws -> Self {
    try write("root", name, [])
    try check(truncate(real(name), size), name)
    return self
  }

  @discardableResult
  public func remove(_ name: String) throws -> Self {
    try FileManager.default.removeItem(atPath: real(name))
    return self
  }

  /// Sets time, mode and owner of what stands at a path.
  @discardableResult
  public func mark(
    _ name: String, at time: Int64? = nil, mode: mode_t? = nil, owner: uid_t? = nil
  ) throws -> Self {
    if let mode { try check(chmod(real(name), mode), name) }
    if let owner { try check(chown(real(name), owner, owner), name) }
    if let time {
      let moment = timespec(tv_sec: Int(time), tv_nsec: 0)
      try check(utimensat(AT_FDCWD, real(name), [moment, moment], 0), name)
    }
    return self
  }

  /// Writes a file below /sys or /proc of the machine's kernel.
  @discardableResult
  public func kernel(_ name: String, _ text: String, mode: mode_t = 0o644) throws -> Self {
    try write("kernel", name, Array(text.utf8))
    try check(chmod("\(path)/kernel/\(name)", mode), name)
    return self
  }

  /// Writes the machine's devices in umockdev's text format.
  @discardableResult
  public func devices(_ text: String) throws -> Self {
    try write(".", "devices.umockdev", Array(text.utf8))
    return self
  }

  @discardableResult
  public func network(_ state: NetworkState) throws -> Self {
    try write(".", "network.json", Array(try JSONEncoder().encode(state)))
    return self
  }

  /// Writes what programs of the machine answered, in the form of `commands.yaml`.
  @discardableResult
  public func commands(_ yaml: String) throws -> Self {
    try write(".", "commands.yaml", Array(yaml.utf8))
    return self
  }

  /// The tree as a recording.
  public func host() throws -> RecordingHost {
    var yaml = "collected_at: \(collectedAt)\nutc_offset: \(utcOffset)\n"
    if let readAs { yaml += "read_as: \(readAs)\n" }
    try write(".", "recording.yaml", Array(yaml.utf8))
    return try RecordingHost(folder: path)
  }

  /// The path on this machine of a path of the tree.
  public func real(_ name: String) -> String { "\(path)/root/\(name)" }

  private func write(_ part: String, _ name: String, _ bytes: [UInt8]) throws {
    let target = "\(path)/\(part)/\(name)"
    try makeParent(target)
    try Data(bytes).write(to: URL(fileURLWithPath: target))
  }

  private func makeParent(_ target: String) throws {
    let parent = (target as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
  }

  private func check(_ result: Int32, _ name: String) throws {
    if result != 0 { throw FileError(path: name, code: errno) }
  }
}
