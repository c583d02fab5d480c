import Facts
import LinuxHost

/// Hosts that Firefox and its kin were on: the history, and what stays when it is cleared.
///
/// Telemetry pings prove nothing: Firefox writes them without a network too.
struct FirefoxHistoryCollector: Collector {
  static let name = "firefox_history"
  static let tables = [NetworkContact.table, Coverage.table, HistorySign.table]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let contacts = try ContactWriter(Self.name, host, sink)
    for home in try Home.all(host.files, sink) {
      for folder in BrowserFolders.firefox.map({ "\(home.path)/\($0)" }) {
        for name in try contacts.names(in: folder) {
          let profile = BrowserProfile(Self.name, "\(folder)/\(name)", home.account, contacts)
          try FirefoxProfile(profile).read()
          try readCaches(of: name, home, profile)
          try profile.finish()
        }
      }
    }
    try contacts.finish()
  }

  private func readCaches(of name: String, _ home: Home, _ profile: BrowserProfile) throws {
    let fileLimit = 256
    let sizeLimit = 4 << 20
    for folder in BrowserFolders.firefoxCaches {
      let entries = "\(home.path)/\(folder)/\(name)/cache2/entries"
      let names = try profile.contacts.names(in: entries)
      var tally = HostTally()
      for entry in names.prefix(fileLimit) {
        try profile.contacts.reading {
          let path = "\(entries)/\(entry)"
          let info = try profile.contacts.files.info(path)
          guard info.kind == .regular, info.size <= UInt64(sizeLimit) else { return }
          for run in TextRuns(try profile.contacts.files.read(path, limit: sizeLimit)).runs {
            guard let start = run.range(of: ":http") else { continue }
            let address = String(run[run.index(after: start.lowerBound)...])
            tally.add(address: address, first: info.modifiedAt, last: info.modifiedAt)
          }
        }
      }
      if !tally.isEmpty { try profile.addResidue(entries, tally) }
    }
  }
}
