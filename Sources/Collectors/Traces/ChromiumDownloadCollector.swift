import LinuxHost

/// Files that Chromium and the browsers made from it saved, by the table of downloads in `History`.
struct ChromiumDownloadCollector: HomeTraces {
  static let name = "chromium_downloads"

  private static let browsers = [
    "chromium", "google-chrome", "google-chrome-beta", "microsoft-edge", "BraveSoftware/Brave-Browser",
    "vivaldi", "opera", "coccoc", "yandex-browser",
  ]
  /// Seconds from 1601, where Chromium's times start, to 1970.
  private static let epoch: Int64 = 11_644_473_600

  let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func look(in home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    for settings in try DataFolders.settings(of: home, traces) {
      for browser in Self.browsers {
        let folder = "\(settings)/\(browser)"
        for profile in try traces.names(in: folder) {
          let path = "\(folder)/\(profile)/History"
          try traces.reading { try read(path, home, files, traces) }
        }
      }
    }
  }

  private func read(_ path: String, _ home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    let history = try SQLiteCopy(files, path)
    guard try history.hasTable("downloads") else { return }
    var rows: [[String]] = []
    try history.each(
      "SELECT target_path, current_path, start_time / 1000000, end_time / 1000000 FROM downloads"
    ) { rows.append($0) }
    func time(_ text: String) -> Int64? { Int64(text).flatMap { $0 > Self.epoch ? $0 - Self.epoch : nil } }
    for row in rows {
      for document in Set(row.prefix(2)) where !document.isEmpty {
        try traces.add(
          .downloaded, document, in: path, account: home.account, first: time(row[2]), last: time(row[3]))
      }
    }
  }
}
