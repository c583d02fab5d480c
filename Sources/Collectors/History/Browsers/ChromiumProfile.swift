import Facts
import LinuxHost

/// Reads the files of one profile of Chromium or a browser made from it; its times are microseconds since 1601.
struct ChromiumProfile {
  private static let epoch: Int64 = 11_644_473_600

  private let profile: BrowserProfile
  private var files: FileTree { profile.contacts.files }

  init(_ profile: BrowserProfile) { self.profile = profile }

  func read() throws {
    try readHistory()
    for name in ["Cookies", "Network/Cookies"] { try readCookies(name) }
    for name in ["Network Persistent State", "Network/Network Persistent State"] { try readServers(name) }
    for name in ["TransportSecurity", "Network/TransportSecurity"] { try readPolicies(name) }
    try readAddresses("Favicons", "icon_mapping", "SELECT DISTINCT page_url FROM icon_mapping")
    try readAddresses("Top Sites", "top_sites", "SELECT url FROM top_sites")
    for name in ["Reporting and NEL", "Network/Reporting and NEL"] {
      try readAddresses(name, "nel_policies", "SELECT DISTINCT 'https://' || origin_host FROM nel_policies")
    }
    try readStorage()
    try readOrigins("Local Storage/leveldb", marks: ["META:", "METAACCESS:", "_"])
    try readOrigins("Service Worker/Database", marks: ["INITDATA_UNIQUE_ORIGIN:", "REG:"])
  }

  /// Origins of pages in LevelDB's files, by their keys: they stand there as they are, or
  /// in parts where a block is compressed, which is enough for hosts. What pages stored is not looked at.
  private func readOrigins(_ name: String, marks: [String]) throws {
    let folder = "\(profile.folder)/\(name)"
    var tally = HostTally()
    for file in try profile.contacts.names(in: folder) where file.hasSuffix(".log") || file.hasSuffix(".ldb")
    {
      try profile.contacts.reading {
        let path = "\(folder)/\(file)"
        let time = try files.info(path).modifiedAt
        for run in TextRuns(try files.read(path, limit: 64 << 20)).runs {
          for mark in marks {
            guard let start = run.firstRange(of: mark + "http") else { continue }
            tally.add(
              address: String(run[start.lowerBound...].dropFirst(mark.count)), first: time, last: time)
            break
          }
        }
      }
    }
    if !tally.isEmpty { try profile.addResidue(folder, tally) }
  }

  /// Storage that pages opened: folders as `https_www.example.org_0.indexeddb.leveldb`.
  private func readStorage() throws {
    let folder = profile.folder + "/IndexedDB"
    var tally = HostTally()
    for name in try profile.contacts.names(in: folder)
    where name.hasPrefix("http") && name.hasSuffix(".indexeddb.leveldb") {
      let parts = name.dropLast(".indexeddb.leveldb".count).split(separator: "_")
      guard parts.count >= 3 else { continue }
      try profile.contacts.reading {
        let info = try files.info("\(folder)/\(name)")
        tally.add(
          host: parts[1..<(parts.count - 1)].joined(separator: "_"), first: info.firstTime,
          last: info.modifiedAt)
      }
    }
    if !tally.isEmpty { try profile.addResidue(folder, tally) }
  }

  /// Reads `Local State`: the seed of experiments bears the time of the server that gave it.
  func readState() throws {
    let path = profile.folder + "/Local State"
    try profile.contacts.reading {
      let text = try files.text(path, limit: 64 << 20)
      for key in ["variations_seed_date", "variations_last_fetch_time"] {
        guard let time = time(Self.value(of: key, in: text)) else { continue }
        profile.addResidue(
          path, peer: "clientservices.googleapis.com", at: time, .recorded,
          serverDated: key == "variations_seed_date")
      }
    }
  }

  private func readHistory() throws {
    try profile.database("History") { history, path in
      guard try history.hasTable("visits") else { return }
      var tally = HostTally()
      var (count, first, last): (Int64, Int64?, Int64?) = (0, nil, nil)
      let query = """
        SELECT u.url, MIN(v.visit_time) / 1000000, MAX(v.visit_time) / 1000000, COUNT(*)
        FROM visits v JOIN urls u ON u.id = v.url GROUP BY u.id
        """
      try history.each(query) { row in
        let visits = Int64(row[3]) ?? 0
        let span = (first: seconds(row[1]), last: seconds(row[2]))
        count += visits
        first = [first, span.first].compactMap(\.self).min()
        last = [last, span.last].compactMap(\.self).max()
        tally.add(address: row[0], first: span.first, last: span.last, count: visits)
      }
      try profile.addVisits(path, tally, count: count, first: first, last: last)
    }
  }

  private func readCookies(_ name: String) throws {
    try profile.database(name) { cookies, path in
      guard try cookies.hasTable("cookies") else { return }
      var tally = HostTally()
      let query = """
        SELECT host_key, MIN(creation_utc) / 1000000, MAX(last_access_utc) / 1000000, COUNT(*)
        FROM cookies GROUP BY host_key
        """
      try cookies.each(query) { row in
        tally.add(
          host: row[0], first: seconds(row[1]), last: seconds(row[2]), count: Int64(row[3]) ?? 1)
      }
      try profile.addResidue(path, tally)
    }
  }

  private func readServers(_ name: String) throws {
    let path = "\(profile.folder)/\(name)"
    try profile.contacts.reading {
      let bytes = try files.read(path, limit: 16 << 20)
      var tally = HostTally()
      for address in JSONAddresses.all(in: bytes, keys: ["server"]) {
        tally.add(address: address, first: nil, last: nil)
      }
      try profile.addResidue(path, tally)
    }
  }

  /// Policies of servers, whose names are hashed: only that there are some, and when the last was seen.
  private func readPolicies(_ name: String) throws {
    let path = "\(profile.folder)/\(name)"
    try profile.contacts.reading {
      let text = try files.text(path, limit: 16 << 20)
      let parts = text.split(separator: "\"sts_observed\":").dropFirst()
      let times = parts.compactMap { Int64($0.drop { $0 == " " }.prefix(while: \.isNumber)) }
      if let last = times.max() { profile.addResidue(path, at: last, .recorded, serverDated: false) }
    }
  }

  private func readAddresses(_ name: String, _ table: String, _ query: String) throws {
    try profile.database(name) { database, path in
      guard try database.hasTable(table) else { return }
      var tally = HostTally()
      try database.each(query) { tally.add(address: $0[0], first: nil, last: nil) }
      try profile.addResidue(path, tally)
    }
  }

  private func seconds(_ text: String) -> Int64? {
    Int64(text).flatMap { $0 > Self.epoch ? $0 - Self.epoch : nil }
  }

  private func time(_ text: String?) -> Int64? {
    text.flatMap { Int64($0) }.flatMap { seconds(String($0 / 1_000_000)) }
  }

  private static func value(of key: String, in text: String) -> String? {
    guard let start = text.firstRange(of: "\"\(key)\":\"") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }
}
