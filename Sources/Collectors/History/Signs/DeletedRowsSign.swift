import Facts
import LinuxHost

/// Pages of history databases that once held rows and now hold none (sqlite.org/fileformat2.html, section 1.3).
///
/// Browsers let old visits expire in small steps and use the room again. Half of a file that holds visits still is more
/// than that; an empty history is named where it is read.
struct DeletedRowsSign: SignDetector {
  private static let names: [(file: String, table: String)] = [
    ("places.sqlite", "moz_historyvisits"), ("History", "visits"),
  ]
  private static let fewPages: UInt32 = 64

  func detect(_ machine: SignMachine) throws {
    let contacts = try ContactWriter(HistorySignCollector.name, machine.host, machine.sink)
    for home in machine.homes {
      var folders = BrowserFolders.firefox.map { "\(home.path)/\($0)" }
      folders += try BrowserFolders.chromium(of: home, contacts)
      for folder in folders {
        for profile in try machine.names(in: folder) {
          for (file, table) in Self.names {
            try machine.reading { try look("\(folder)/\(profile)/\(file)", table, home, machine) }
          }
        }
      }
    }
  }

  private func look(_ path: String, _ table: String, _ home: Home, _ machine: SignMachine) throws {
    let head = try machine.files.open(path).readChunk(100) ?? []
    guard head.count == 100, head.starts(with: "SQLite format 3\0".utf8) else { return }
    let (pages, free) = (Self.number(head, 28), Self.number(head, 36))
    guard free >= Self.fewPages, free * 10 >= pages else { return }
    var hasRows = false
    let database = try SQLiteCopy(machine.files, path)
    if try database.hasTable(table) {
      try database.each("SELECT EXISTS (SELECT 1 FROM \(table))") { hasRows = $0[0] == "1" }
    }
    try machine.add(
      .deletedRows, hasRows && free * 2 >= pages ? .independent : .normal, path, account: home.account,
      at: try machine.files.info(path).modifiedAt, detail: "\(free)/\(pages)")
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    bytes[at..<(at + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
