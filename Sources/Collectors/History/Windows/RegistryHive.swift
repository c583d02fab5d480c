import CHivex
import CShims
import Glibc
import LinuxHost

/// A registry hive of Windows, read by libhivex from a copy in memory.
final class RegistryHive {
  private static let sizeLimit = 512 << 20

  private let handle: OpaquePointer
  private let path: String

  /// Copies a hive; throws `FileError`, `damaged` for what is none.
  init(_ files: FileTree, _ path: String) throws(FileError) {
    self.path = path
    let bytes = try files.read(path, limit: Self.sizeLimit)
    let memory = airseal_memory_file()
    guard memory >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(memory) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(memory, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw FileError(path: path, code: errno) }
      written += count
    }
    guard let handle = hivex_open("/proc/self/fd/\(memory)", 0) else {
      throw FileError(path: path, reason: .damaged)
    }
    self.handle = handle
  }

  deinit { hivex_close(handle) }

  /// The key below the root whose names are joined by backslashes; nil where there is none.
  func key(_ path: String) -> Key? {
    var node = hivex_root(handle)
    for name in path.split(separator: "\\") where node != 0 {
      node = hivex_node_get_child(handle, node, String(name))
    }
    return node == 0 ? nil : Key(hive: self, node: node)
  }

  /// A key of a hive.
  struct Key {
    fileprivate let hive: RegistryHive
    fileprivate let node: hive_node_h

    var name: String {
      guard let text = hivex_node_name(hive.handle, node) else { return "" }
      defer { free(text) }
      return String(cString: text)
    }

    /// The key below this one whose names are joined by backslashes; nil where there is none.
    func key(_ path: String) -> Key? {
      var node = node
      for name in path.split(separator: "\\") where node != 0 {
        node = hivex_node_get_child(hive.handle, node, String(name))
      }
      return node == 0 ? nil : Key(hive: hive, node: node)
    }

    /// When the key was last changed, Unix seconds.
    var changedAt: Int64? { WindowsTime.seconds(fileTime: hivex_node_timestamp(hive.handle, node)) }

    /// The FILETIME of the key's own value, Unix seconds.
    var time: Int64? {
      guard let bytes = bytes(""), bytes.count == 8 else { return nil }
      return WindowsTime.seconds(fileTime: (0..<8).reduce(0) { $0 | Int64(bytes[$1]) << (8 * Int64($1)) })
    }

    /// Keys below this one; throws `FileError` (`damaged`) where the list is broken.
    var children: [Key] {
      get throws {
        guard let list = hivex_node_children(hive.handle, node) else {
          throw FileError(path: hive.path, reason: .damaged)
        }
        defer { free(list) }
        var keys: [Key] = []
        var at = list
        while at.pointee != 0 {
          keys.append(Key(hive: hive, node: at.pointee))
          at += 1
        }
        return keys
      }
    }

    /// The bytes of a value; nil where it is not there or not whole.
    func bytes(_ name: String) -> [UInt8]? {
      let value = hivex_node_get_value(hive.handle, node, name)
      guard value != 0 else { return nil }
      var type = hive_type(0)
      var length = 0
      guard let data = hivex_value_value(hive.handle, value, &type, &length) else { return nil }
      defer { free(data) }
      return Array(UnsafeRawBufferPointer(start: data, count: length))
    }

    /// A text in UTF-16, without the zero at its end.
    func text(_ name: String) -> String? {
      bytes(name).map { bytes in
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
          UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }
        return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
      }
    }

    /// A number of four bytes.
    func number(_ name: String) -> Int64? {
      guard let bytes = bytes(name), bytes.count == 4 else { return nil }
      return (0..<4).reduce(0) { $0 | Int64(bytes[$1]) << (8 * Int64($1)) }
    }
  }
}
