import Facts
import LinuxHost

/// Makes contacts of NetworkManager's state files.
struct NetworkManagerState {
  let source: String
  let installedAt: Int64?
  /// Whether the profiles of connections that the running system made by itself (loopback, bridges) can be seen.
  let hasRuntimeProfiles: Bool
  private let profiles: [String: NetworkManagerProfiles.Profile]
  private var tally: ContactTally
  private var orphans: [NetworkContact] = []
  /// UUIDs of which another trace than a time tells.
  private var attested: Set<String> = []
  private static let limit = 4 << 20

  init(
    source: String, profiles: NetworkManagerProfiles, installedAt: Int64?, hasRuntimeProfiles: Bool
  ) {
    self.source = source
    self.installedAt = installedAt
    self.hasRuntimeProfiles = hasRuntimeProfiles
    self.profiles = Dictionary(profiles.all.map { ($0.uuid, $0) }) { first, _ in first }
    tally = ContactTally(installedAt: installedAt)
  }

  /// The contacts of all files.
  ///
  /// A time whose profile is gone may be that of a loopback or bridge connection of an earlier run. Where those cannot be
  /// told apart, and nothing else tells of the connection, it is grade C.
  var contacts: [NetworkContact] {
    var tally = tally
    for orphan in orphans {
      var row = orphan
      if !hasRuntimeProfiles && !attested.contains(row.name ?? "") { row.grade = .c }
      tally.add(row)
    }
    return tally.contacts
  }

  /// Reads `timestamps`.
  mutating func addTimestamps(_ files: FileTree, _ path: String) throws {
    for (uuid, value) in try group("timestamps", files, path) {
      guard let time = Int64(value) else { throw FileError(path: path, reason: .damaged) }
      if time <= 0 { continue }
      let profile = profiles[uuid]
      if profile?.isSoftwareOnly == true { continue }
      let row = NetworkContact(
        source: source, kind: profile == nil ? .orphanActivation : .connectionActivated, path: path,
        interface: profile?.interface, name: profile?.name ?? uuid, lastSeen: time, timeBasis: .recorded,
        grade: .b, occurrences: 1)
      if profile == nil { orphans.append(row) } else { tally.add(row) }
    }
  }

  /// Reads `seen-bssids`, which has no times but the file's.
  mutating func addAccessPoints(_ files: FileTree, _ path: String) throws {
    let time = try files.info(path).modifiedAt
    for (uuid, value) in try group("seen-bssids", files, path) {
      let profile = profiles[uuid]
      attested.insert(uuid)
      for address in value.split(separator: ",") {
        let bytes = address.split(separator: ":")
        guard bytes.count == 6, bytes.allSatisfy({ UInt8($0, radix: 16) != nil }) else {
          throw FileError(path: path, reason: .damaged)
        }
        tally.add(
          NetworkContact(
            source: source, kind: profile == nil ? .orphanAccessPoint : .wifiAccessPoint, path: path,
            interface: profile?.interface, peer: address.lowercased(),
            name: profile.map { $0.ssid ?? $0.name } ?? uuid, lastSeen: time, timeBasis: .fileTime, grade: .b,
            occurrences: 1))
      }
    }
  }

  /// Reads a lease of NetworkManager's own client or of its dhclient.
  mutating func addLease(_ files: FileTree, _ path: String, _ name: LeaseFileName) throws {
    attested.insert(name.uuid)
    let profile = profiles[name.uuid]
    if InterfaceName.isSoftwareOnly(name.interface) { return }
    let time = try files.info(path).modifiedAt
    let kind: ContactKind = profile == nil ? .orphanLease : .dhcpLease
    let text = try files.text(path, limit: Self.limit)
    if name.client.hasPrefix("dhclient") {
      for lease in try DhclientLeases(text, path: path).leases {
        var row = lease.contact(source, kind, path)
        row.interface = name.interface
        row.name = profile?.name ?? name.uuid
        tally.add(row)
      }
    } else {
      let lease = try KeyedLease(text, path: path)
      tally.add(
        NetworkContact(
          source: source, kind: kind, path: path, interface: name.interface, peer: lease.server,
          peerIsPublic: lease.isPublic, name: profile?.name ?? name.uuid, lastSeen: time,
          timeBasis: .fileTime,
          grade: .a, occurrences: 1))
    }
  }

  /// NetworkManager empties `seen-bssids` when it has no access point to keep; `timestamps` always holds a connection.
  private func group(_ name: String, _ files: FileTree, _ path: String) throws -> [(String, String)] {
    let text = try files.text(path, limit: Self.limit)
    if text.isEmpty, name == "seen-bssids" { return [] }
    if text.isEmpty { throw FileError(path: path, reason: .emptyStore) }
    let file = KeyFile(text)
    guard let group = file[name], file.isWellFormed else { throw FileError(path: path, reason: .damaged) }
    return group.sorted { $0.key < $1.key }
  }
}
