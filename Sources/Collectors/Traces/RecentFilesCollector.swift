import LinuxHost

/// Files that desktops list as opened lately: GTK's `recently-used.xbel` (the Desktop Bookmark Specification) and KDE's
/// `RecentDocuments`, also under snap and flatpak.
struct RecentFilesCollector: HomeTraces {
  static let name = "recent_files"

  let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func look(in home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    for folder in try DataFolders.all(of: home, traces) {
      for name in try traces.names(in: folder) where name.hasPrefix("recently-used.xbel") {
        try traces.reading { try readBookmarks("\(folder)/\(name)", home, files, traces) }
      }
      let recent = "\(folder)/RecentDocuments"
      for name in try traces.names(in: recent) where name.hasSuffix(".desktop") {
        try traces.reading { try readLink("\(recent)/\(name)", home, files, traces) }
      }
    }
    try traces.reading { try readBookmarks("\(home.path)/.recently-used", home, files, traces) }
  }

  private func readBookmarks(_ path: String, _ home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    for bookmark in MarkupScanner(text: try files.text(path)).elements("bookmark") {
      let times = ["added", "modified", "visited"].compactMap { TraceTime.utc(bookmark[$0]) }
      try traces.add(
        .opened, address: bookmark["href"] ?? "", in: path, account: home.account, first: times.min(),
        last: times.max())
    }
  }

  /// A link of the Desktop Entry Specification.
  private func readLink(_ path: String, _ home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    let time = try files.info(path).modifiedAt
    for line in try files.lines(path) where line.hasPrefix("URL") {
      guard let equals = line.firstIndex(of: "=") else { continue }
      let target = line[line.index(after: equals)...].replacing("$HOME", with: home.path)
      let address = target.hasPrefix("/") ? "file://\(target)" : String(target)
      try traces.add(.opened, address: address, in: path, account: home.account, first: time)
    }
  }
}
