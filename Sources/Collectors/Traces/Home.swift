import Facts
import LinuxHost

/// A home folder, whether or not an account still names it.
struct Home: Equatable {
  let account: String
  let path: String

  /// The folders that /etc/passwd names for people and root, and every folder in /home.
  ///
  /// What cannot be read is skipped.
  static func all(_ files: FileTree, _ sink: any FactSink) throws -> [Home] {
    var homes: [Home] = []
    func add(_ account: String, _ path: String) throws(FileError) {
      guard try files.info(path).kind == .folder, !homes.contains(where: { $0.path == path }) else { return }
      homes.append(Home(account: account, path: path))
    }
    func reading(_ body: () throws(FileError) -> Void) throws {
      do { try body() } catch {
        if !error.isAbsent { try sink.skipped(error.path, error.reason, detail: error.detail) }
      }
    }
    var accounts: [Account] = []
    try reading { () throws(FileError) in accounts = try Account.all(files) }
    for account in accounts where account.isPerson || account.uid == 0 {
      try reading { () throws(FileError) in try add(account.name, account.home) }
    }
    var names: [String] = []
    try reading { () throws(FileError) in names = try files.list("/home") }
    for name in names where name != "lost+found" {
      try reading { () throws(FileError) in try add(name, "/home/\(name)") }
    }
    try reading { () throws(FileError) in try add("root", "/root") }
    try reading { () throws(FileError) in
      guard try files.info(WindowsVolumes.config).kind == .folder else { return }
      for name in try files.list("/Users") where !isShared(name) { try add(name, "/Users/\(name)") }
    }
    return homes
  }
}

/// Folders beside those of people in Windows' /Users.
private func isShared(_ name: String) -> Bool {
  ["All Users", "Default", "Default User", "Public", "desktop.ini"].contains(name)
}

/// A line of passwd(5).
struct Account: Equatable {
  let name: String
  let uid: UInt32
  let home: String

  /// Whether it is a person's: user numbers of systems lie below 1000 (login.defs(5)), nobody's is 65534.
  var isPerson: Bool { uid >= 1000 && uid != 65534 && uid != 65533 }

  /// Every account of the machine; throws `FileError`.
  static func all(_ files: FileTree) throws(FileError) -> [Account] {
    try files.lines("/etc/passwd").compactMap { line in
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      guard fields.count >= 6, let uid = UInt32(fields[2]) else { return nil }
      return Account(name: String(fields[0]), uid: uid, home: String(fields[5]))
    }
  }
}
