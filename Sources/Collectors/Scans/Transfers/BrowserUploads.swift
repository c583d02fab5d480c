import Facts
import LinuxHost

/// Files that were chosen in a page's upload field, as the sessions of browsers keep them.
struct BrowserUploads {
  private let contacts: ContactWriter
  private let homes: [Home]

  init(_ contacts: ContactWriter, _ homes: [Home]) {
    self.contacts = contacts
    self.homes = homes
  }

  /// Hands over the file's path, the session file, the account and the session's time.
  func each(_ body: (String, String, String, Int64) throws -> Void) throws {
    for home in homes {
      try firefox(home, body)
      try chromium(home, body)
    }
  }

  /// Firefox: SessionStore's formdata has `"type":"file","fileList":["/home/…"]`.
  private func firefox(_ home: Home, _ body: (String, String, String, Int64) throws -> Void) throws {
    for folder in BrowserFolders.firefox.map({ "\(home.path)/\($0)" }) {
      for profile in try contacts.names(in: folder) {
        let base = "\(folder)/\(profile)"
        var paths = ["\(base)/sessionstore.jsonlz4"]
        let backups = base + "/sessionstore-backups"
        paths += try contacts.names(in: backups).filter { $0.contains(".jsonlz4") }.map { "\(backups)/\($0)" }
        for path in paths {
          try contacts.reading {
            let bytes = try contacts.files.read(path, limit: 64 << 20)
            guard let plain = MozLz4.plain(bytes) else { throw FileError(path: path, reason: .damaged) }
            let time = try contacts.files.info(path).modifiedAt
            for file in Self.fileLists(String(decoding: plain, as: UTF8.self)) {
              try body(file, path, home.account, time)
            }
          }
        }
      }
    }
  }

  private static func fileLists(_ text: String) -> [String] {
    text.split(separator: "\"fileList\":[").dropFirst().flatMap { part in
      part.prefix { $0 != "]" }.split(separator: ",").map { item in
        item.filter { $0 != "\"" }.trimmingPrefix(" ")
      }.filter { $0.hasPrefix("/") }.map { String($0) }
    }
  }

  /// Chromium: the state of a page lists chosen files by path, in UTF-16; a page that was opened stands as "file://…".
  private func chromium(_ home: Home, _ body: (String, String, String, Int64) throws -> Void) throws {
    for folder in try BrowserFolders.chromium(of: home, contacts) {
      for profile in try contacts.names(in: folder) {
        let sessions = "\(folder)/\(profile)/Sessions"
        for name in try contacts.names(in: sessions)
        where name.hasPrefix("Session_") || name.hasPrefix("Tabs_") {
          try contacts.reading {
            let path = "\(sessions)/\(name)"
            let bytes = try contacts.files.read(path, limit: 64 << 20)
            let time = try contacts.files.info(path).modifiedAt
            for run in TextRuns(bytes).runs where run.hasPrefix("/home/") || run.hasPrefix("/media/") {
              try body(run, path, home.account, time)
            }
          }
        }
      }
    }
  }
}
