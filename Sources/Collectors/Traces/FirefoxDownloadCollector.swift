import LinuxHost

/// Files that Firefox and its kin saved, by the annotations in `places.sqlite`.
struct FirefoxDownloadCollector: HomeTraces {
  static let name = "firefox_downloads"

  private static let folders = [
    ".mozilla/firefox", "snap/firefox/common/.mozilla/firefox",
    ".var/app/org.mozilla.firefox/.mozilla/firefox", ".librewolf", ".waterfox", ".thunderbird",
    "snap/thunderbird/common/.thunderbird",
  ]
  private static let query = """
    SELECT a.content, a.dateAdded / 1000000 FROM moz_annos a
    JOIN moz_anno_attributes n ON n.id = a.anno_attribute_id
    WHERE n.name = 'downloads/destinationFileURI'
    """

  let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func look(in home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    for folder in Self.folders.map({ "\(home.path)/\($0)" }) {
      for profile in try traces.names(in: folder) {
        let path = "\(folder)/\(profile)/places.sqlite"
        try traces.reading {
          let places = try SQLiteCopy(files, path)
          guard try places.hasTable("moz_annos") else { return }
          var rows: [[String]] = []
          try places.each(Self.query) { rows.append($0) }
          for row in rows {
            try traces.add(
              .downloaded, address: row[0], in: path, account: home.account, first: Int64(row[1]))
          }
        }
      }
    }
  }
}
