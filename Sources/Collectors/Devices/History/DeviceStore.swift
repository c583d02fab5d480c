import Facts
import LinuxHost

/// A store of the inspected system that remembers devices, one file each.
protocol DeviceStore {
  init()
  /// Hands over what the store remembers; names what cannot be read.
  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws
}

/// What stores are read through: the files of the machine, its users' homes, and where gaps are named.
struct DeviceStoreHost {
  let files: FileTree
  let homes: [UserHome]
  let sink: any FactSink

  /// The names in a folder; none where it is not there. Names an unreadable one.
  func list(_ folder: String) throws -> [String] {
    try attempt(folder) { () throws(FileError) in try files.list(folder) } ?? []
  }

  /// A whole file; nil where it is not there. Names an unreadable one.
  func read(_ path: String, limit: Int = 4 << 20) throws -> [UInt8]? {
    try attempt(path) { () throws(FileError) in try files.read(path, limit: limit) }
  }

  func text(_ path: String) throws -> String? {
    try read(path).map { String(decoding: $0, as: UTF8.self) }
  }

  func info(_ path: String) throws -> FileInfo? {
    try attempt(path) { () throws(FileError) in try files.info(path) }
  }

  func attempt<T>(_ path: String, _ body: () throws(FileError) -> T) throws -> T? {
    do {
      return try body()
    } catch {
      if !error.isAbsent { try sink.skipped(error.path, error.reason, detail: error.detail) }
      return nil
    }
  }
}

/// A user's home folder.
struct UserHome: Equatable {
  let user: String
  let path: String

  /// The homes that /etc/passwd names and those in /home and /root that it does not; throws `FileError`.
  static func all(_ files: FileTree) throws -> (homes: [UserHome], names: [Int: String]) {
    var homes: [UserHome] = []
    var names: [Int: String] = [:]
    do {
      for line in try files.lines("/etc/passwd") {
        let fields = line.split(separator: ":", omittingEmptySubsequences: false)
        let count = 7
        guard fields.count == count, let uid = Int(fields[2]) else { continue }
        names[uid] = String(fields[0])
        let firstPerson = 1000
        let isPerson = uid == 0 || uid >= firstPerson
        if isPerson, fields[5] != "/", fields[5] != "/nonexistent" {
          homes.append(UserHome(user: String(fields[0]), path: String(fields[5])))
        }
      }
    } catch {
      if !error.isAbsent { throw error }
    }
    do {
      for name in try files.list("/home") where !homes.contains(where: { $0.path == "/home/\(name)" }) {
        homes.append(UserHome(user: name, path: "/home/\(name)"))
      }
    } catch {
      if !error.isAbsent && error.code != 20 { throw error }
    }
    return (homes, names)
  }
}
