import Facts
import LinuxHost

/// Reads the files of one Firefox profile.
struct FirefoxProfile {
  private let profile: BrowserProfile
  private var files: FileTree { profile.contacts.files }

  init(_ profile: BrowserProfile) { self.profile = profile }

  func read() throws {
    try readHistory()
    try readCookies()
    for name in [
      "SiteSecurityServiceState.txt", "SiteSecurityServiceState.bin", "AlternateServices.txt",
      "AlternateServices.bin",
    ] {
      try readPolicies(name)
    }
    try readIcons()
    try readProtections()
    try readStorage()
    try readSessions()
    try readRevocations()
  }

  private func readHistory() throws {
    try profile.database("places.sqlite") { places, path in
      guard try places.hasTable("moz_historyvisits") else { return }
      var tally = HostTally()
      var (count, first, last): (Int64, Int64?, Int64?) = (0, nil, nil)
      let query = """
        SELECT p.url, MIN(v.visit_date) / 1000000, MAX(v.visit_date) / 1000000, COUNT(*)
        FROM moz_historyvisits v JOIN moz_places p ON p.id = v.place_id GROUP BY p.id
        """
      try places.each(query) { row in
        let visits = Int64(row[3]) ?? 0
        count += visits
        first = [first, Int64(row[1])].compactMap(\.self).min()
        last = [last, Int64(row[2])].compactMap(\.self).max()
        tally.add(address: row[0], first: Int64(row[1]), last: Int64(row[2]), count: visits)
      }
      try profile.addVisits(path, tally, count: count, first: first, last: last)
      try noteNewHistory(path)
    }
  }

  /// A history file that is a day younger than its profile was made anew.
  private func noteNewHistory(_ path: String) throws {
    let day: Int64 = 86_400
    guard let born = try files.info(path).bornAt else { return }
    try profile.contacts.reading {
      let text = try files.text("\(profile.folder)/times.json", limit: 1 << 16)
      guard let created = JSONText.value(at: "created", in: text).flatMap({ Int64($0) }),
        born > created / 1000 + day
      else { return }
      try profile.contacts.sink.add(
        HistorySign(
          source: FirefoxHistoryCollector.name, concern: .wiping, sign: .browserHistoryRecreated,
          weight: .independent, path: path, account: profile.account, at: born, detail: profile.folder))
    }
  }

  private func readCookies() throws {
    try profile.database("cookies.sqlite") { cookies, path in
      guard try cookies.hasTable("moz_cookies") else { return }
      var tally = HostTally()
      let query = """
        SELECT host, MIN(creationTime) / 1000000, MAX(lastAccessed) / 1000000, COUNT(*)
        FROM moz_cookies GROUP BY host
        """
      try cookies.each(query) { row in
        tally.add(host: row[0], first: Int64(row[1]), last: Int64(row[2]), count: Int64(row[3]) ?? 1)
      }
      try profile.addResidue(path, tally)
    }
  }

  /// "www.example.org:HSTS…" and "https:www.example.org:443…", as text or in slots of a fixed size.
  private func readPolicies(_ name: String) throws {
    let path = "\(profile.folder)/\(name)"
    try profile.contacts.reading {
      var tally = HostTally()
      for run in TextRuns(try files.read(path, limit: 16 << 20)).runs {
        if let end = run.range(of: ":HSTS") {
          tally.add(host: String(run[..<end.lowerBound]), first: nil, last: nil)
        } else if run.hasPrefix("https:"), let host = run.split(separator: ":").dropFirst().first {
          tally.add(host: String(host), first: nil, last: nil)
        }
      }
      try profile.addResidue(path, tally)
    }
  }

  private func readIcons() throws {
    try profile.database("favicons.sqlite") { icons, path in
      guard try icons.hasTable("moz_pages_w_icons") else { return }
      var tally = HostTally()
      try icons.each("SELECT page_url FROM moz_pages_w_icons") { row in
        tally.add(address: row[0], first: nil, last: nil)
      }
      try profile.addResidue(path, tally)
    }
  }

  /// Days on which trackers of pages were blocked; names no host.
  private func readProtections() throws {
    try profile.database("protections.sqlite") { protections, path in
      guard try protections.hasTable("events") else { return }
      let query = "SELECT CAST(strftime('%s', MAX(timestamp)) AS INTEGER) FROM events WHERE count > 0"
      try protections.each(query) { row in
        if let time = Int64(row[0]) { profile.addResidue(path, at: time, .recorded, serverDated: false) }
      }
    }
  }

  /// Folders as `https+++www.example.org^partitionKey=…`.
  private func readStorage() throws {
    let folder = profile.folder + "/storage/default"
    var tally = HostTally()
    for name in try profile.contacts.names(in: folder) {
      guard let mark = name.range(of: "+++"), name.hasPrefix("http") else { continue }
      try profile.contacts.reading {
        let time = try files.info("\(folder)/\(name)")
        let host = name[mark.upperBound...].prefix { $0 != "^" && $0 != "+" }
        tally.add(host: String(host), first: time.firstTime, last: time.modifiedAt)
      }
    }
    if !tally.isEmpty { try profile.addResidue(folder, tally) }
  }

  private func readSessions() throws {
    var paths = ["\(profile.folder)/sessionstore.jsonlz4"]
    let backups = profile.folder + "/sessionstore-backups"
    paths += try profile.contacts.names(in: backups).filter { $0.contains(".jsonlz4") }.map {
      "\(backups)/\($0)"
    }
    for path in paths {
      try profile.contacts.reading {
        guard let text = MozLz4.plain(try files.read(path, limit: 64 << 20)) else {
          throw FileError(path: path, reason: .damaged)
        }
        let time = try files.info(path).modifiedAt
        var tally = HostTally()
        for address in JSONAddresses.all(in: text) { tally.add(address: address, first: time, last: time) }
        try profile.addResidue(path, tally)
      }
    }
  }

  /// Lists of revoked certificates are fetched from Mozilla and made there every few hours.
  private func readRevocations() throws {
    let folder = profile.folder + "/security_state"
    for name in try profile.contacts.names(in: folder)
    where name.hasPrefix("crlite") || name.hasSuffix(".filter") || name.hasSuffix(".delta") {
      try profile.contacts.reading {
        let info = try files.info("\(folder)/\(name)")
        guard info.size > 0 else { return }
        profile.addResidue(
          "\(folder)/\(name)", peer: "firefox.settings.services.mozilla.com", at: info.modifiedAt, .fileTime,
          serverDated: true)
      }
    }
  }
}
