import Facts
import LinuxHost

/// Leases that ISC dhclient keeps; source: dhclient.leases(5). Times are UTC.
struct DhclientLeases {
  struct Lease {
    var interface: String?
    var address: IPAddress
    var server: String?
    /// When half of the lease is over, and when it ends, Unix seconds.
    var renew: Int64?
    var expire: Int64?
    /// Seconds that the server gave.
    var duration: Int64?

    /// When the server answered, where the lease tells its length.
    private var begun: Int64? { expire.flatMap { expire in duration.map { expire - $0 } } }

    func contact(_ source: String, _ kind: ContactKind, _ path: String) -> NetworkContact {
      let time = begun ?? renew ?? expire
      return NetworkContact(
        source: source, kind: kind, path: path, interface: interface, peer: server,
        peerIsPublic: Peer.isPublic(server ?? address.description), firstSeen: time, lastSeen: time,
        timeBasis: time == nil ? .unknown : .recorded, grade: .a, occurrences: 1)
    }
  }

  private(set) var leases: [Lease] = []

  /// Throws `FileError` (`damaged`) for text that is no lease file.
  init(_ text: String, path: String) throws {
    var values: [String: String]?
    for line in text.split(whereSeparator: \.isNewline) {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.hasPrefix("default-duid") { continue }
      if trimmed.hasPrefix("lease") && trimmed.contains("{") {
        values = [:]
      } else if trimmed.hasPrefix("}") {
        if let values { leases.append(try Self.lease(values, path)) }
        values = nil
      } else if values != nil {
        let statement = trimmed.hasPrefix("option ") ? trimmed.dropFirst("option ".count) : trimmed
        guard let blank = statement.firstIndex(of: " ") else { continue }
        let value = statement[statement.index(after: blank)...].filter { $0 != "\"" && $0 != ";" }
        values?[String(statement[..<blank])] = String(value)
      } else if trimmed.hasPrefix("lease6") == false {
        throw FileError(path: path, reason: .damaged)
      }
    }
    if values != nil { throw FileError(path: path, reason: .damaged) }
  }

  private static func lease(_ values: [String: String], _ path: String) throws -> Lease {
    guard let address = values["fixed-address"].flatMap({ IPAddress($0) }) else {
      throw FileError(path: path, reason: .damaged)
    }
    return Lease(
      interface: values["interface"], address: address, server: values["dhcp-server-identifier"],
      renew: values["renew"].flatMap(time), expire: values["expire"].flatMap(time),
      duration: values["dhcp-lease-time"].flatMap { Int64($0) })
  }

  /// "4 2024/05/16 08:15:00" (weekday, date) or "epoch 1715847300; # …".
  private static func time(_ text: String) -> Int64? {
    let words = text.split(separator: " ")
    if words.first == "epoch" { return words.dropFirst().first.flatMap { Int64($0) } }
    return CivilTime(digits: words.dropFirst().joined(separator: " "))?.utc
  }
}
