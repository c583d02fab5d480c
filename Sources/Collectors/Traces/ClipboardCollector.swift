import LinuxHost

/// Names of documents that clipboard managers keep: Klipper, GPaste, CopyQ, Parcellite, the GNOME clipboard extensions.
struct ClipboardCollector: HomeTraces {
  static let name = "clipboard_managers"

  private static let dataFiles = [
    "klipper/history2.lst", "klipper/history3.sqlite", "gpaste/history.xml", "parcellite/history",
    "clipit/history", "clipman.json", "diodon/history.xml",
  ]
  private static let cacheFiles = [
    "clipboard-indicator@tudmotu.com/registry.txt", "clipboard-history@alexsaveau.dev/database.log",
  ]
  private static let sizeLimit = 64 << 20

  let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func look(in home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    var paths = try DataFolders.all(of: home, traces).flatMap { folder in
      Self.dataFiles.map { "\(folder)/\($0)" }
    }
    paths += try DataFolders.caches(of: home, traces).flatMap { folder in
      Self.cacheFiles.map { "\(folder)/\($0)" }
    }
    for settings in try DataFolders.settings(of: home, traces) {
      let folder = "\(settings)/copyq"
      paths += try traces.names(in: folder).filter { $0.hasSuffix(".dat") }.map { "\(folder)/\($0)" }
    }
    for path in paths {
      try traces.reading {
        let time = try files.info(path).modifiedAt
        for name in TextRuns(try files.read(path, limit: Self.sizeLimit)).runs {
          if name.hasPrefix("file:") {
            try traces.add(.copied, address: name, in: path, account: home.account, last: time)
          } else if name.hasPrefix("/") {
            try traces.add(.copied, name, in: path, account: home.account, last: time)
          }
        }
      }
    }
  }
}
