import Facts
import LinuxHost

/// Home folders and profiles of people who have no account on this machine, also on other file systems that are mounted.
struct UserDataCollector: Collector {
  static let name = "user_data"
  static let tables = [ForeignData.table]

  private static let noProfiles: Set<String> = ["Default", "Default User", "Public", "All Users"]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let files = host.files
    var accounts: [Account] = []
    try Self.reading(sink) { () throws(FileError) in accounts = try Account.all(files) }
    let homes = Set(accounts.map(\.home))
    for name in try names("/home", files, sink) where name != "lost+found" && !homes.contains("/home/\(name)")
    {
      try add(.homeFolder, "/home/\(name)", name, files, sink)
    }
    for top in try tops(files, sink) {
      for name in try names("\(top)/home", files, sink) where name != "lost+found" {
        try add(.otherHome, "\(top)/home/\(name)", name, files, sink)
      }
      for name in try names("\(top)/Users", files, sink) where !Self.noProfiles.contains(name) {
        var isProfile = false
        try Self.reading(sink) { () throws(FileError) in
          isProfile = try files.exists("\(top)/Users/\(name)/NTUSER.DAT")
        }
        if isProfile { try add(.windowsProfile, "\(top)/Users/\(name)", name, files, sink) }
      }
    }
  }

  private func tops(_ files: FileTree, _ sink: any FactSink) throws -> [String] {
    var tops: [String] = []
    for base in ["/mnt", "/media", "/run/media"] {
      tops.append(base)
      for name in try names(base, files, sink) {
        tops.append("\(base)/\(name)")
        tops += try names("\(base)/\(name)", files, sink).map { "\(base)/\(name)/\($0)" }
      }
    }
    return tops
  }

  /// Adds a folder that holds anything.
  private func add(
    _ kind: ForeignDataKind, _ path: String, _ person: String, _ files: FileTree, _ sink: any FactSink
  ) throws {
    let entries = try names(path, files, sink)
    guard !entries.isEmpty else { return }
    var time: Int64?
    try Self.reading(sink) { () throws(FileError) in time = try files.info(path).modifiedAt }
    try sink.add(
      ForeignData(data: kind, path: path, person: person, files: Int64(entries.count), lastTime: time))
  }

  private func names(_ folder: String, _ files: FileTree, _ sink: any FactSink) throws -> [String] {
    var names: [String] = []
    try Self.reading(sink) { () throws(FileError) in names = try files.list(folder) }
    return names
  }

  private static func reading(_ sink: any FactSink, _ body: () throws(FileError) -> Void) throws {
    do { try body() } catch {
      if !error.isAbsent { try sink.skipped(error.path, error.reason, detail: error.detail) }
    }
  }
}
