import Facts
import LinuxHost

/// Hosts that Chromium and the browsers made from it were on: the history, and what stays when it is cleared.
struct ChromiumHistoryCollector: Collector {
  static let name = "chromium_history"
  static let tables = [NetworkContact.table, Coverage.table, HistorySign.table]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let contacts = try ContactWriter(Self.name, host, sink)
    for home in try Home.all(host.files, sink) {
      for folder in try BrowserFolders.chromium(of: home, contacts) {
        let names = try contacts.names(in: folder)
        if names.isEmpty { continue }
        let browser = BrowserProfile(Self.name, folder, home.account, contacts)
        try ChromiumProfile(browser).readState()
        for name in names where name == "Default" || name.hasPrefix("Profile ") || name == "Guest Profile" {
          let profile = BrowserProfile(Self.name, "\(folder)/\(name)", home.account, contacts)
          try ChromiumProfile(profile).read()
          try profile.finish()
        }
        if names.contains("History") {
          try ChromiumProfile(browser).read()
          try browser.finish()
        }
      }
    }
    try contacts.finish()
  }
}
