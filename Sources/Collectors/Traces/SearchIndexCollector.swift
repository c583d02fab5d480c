import LinuxHost

/// Names of documents in the indexes of desktop search: Tracker and LocalSearch (SQLite), Baloo (LMDB), Recoll.
struct SearchIndexCollector: HomeTraces {
  static let name = "search_indexes"

  private static let trackerFolders = ["tracker3/files", "localsearch3/files", "tracker"]
  private static let sizeLimit = 256 << 20

  let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func look(in home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    for cache in try DataFolders.caches(of: home, traces) {
      for folder in Self.trackerFolders.map({ "\(cache)/\($0)" }) {
        for name in try traces.names(in: folder) where name.hasSuffix(".db") {
          try traces.reading { try readTracker("\(folder)/\(name)", home, files, traces) }
        }
      }
    }
    for data in try DataFolders.all(of: home, traces) {
      try traces.reading { try readNames("\(data)/baloo/index", home, files, traces) }
    }
    for name in try traces.names(in: "\(home.path)/.recoll/xapiandb") where name.hasPrefix("docdata.") {
      try traces.reading { try readNames("\(home.path)/.recoll/xapiandb/\(name)", home, files, traces) }
    }
  }

  private func readTracker(_ path: String, _ home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    let index = try SQLiteCopy(files, path)
    let time = try files.info(path).modifiedAt
    for (table, column) in [("nie:DataObject", "nie:url"), ("nfo:FileDataObject", "nfo:fileName")] {
      guard try index.hasTable(table) else { continue }
      var values: [String] = []
      try index.each("SELECT \"\(column)\" FROM \"\(table)\"") { values.append($0[0]) }
      for value in values where !value.isEmpty {
        if value.contains(":") {
          try traces.add(.indexed, address: value, in: path, account: home.account, last: time)
        } else {
          try traces.add(.indexed, value, in: path, account: home.account, last: time)
        }
      }
    }
  }

  private func readNames(_ path: String, _ home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    let time = try files.info(path).modifiedAt
    for name in TextRuns(try files.read(path, limit: Self.sizeLimit)).runs {
      try traces.add(.indexed, name, in: path, account: home.account, last: time)
    }
  }
}
