import Facts

/// Gathers equal contacts into one row each.
struct ContactTally {
  /// The installation's time, or nil where it is not known; what is older counts only as grade C.
  let installedAt: Int64?

  private struct Key: Hashable {
    var kind: ContactKind
    var interface: String?
    var peer: String?
    var name: String?
    var grade: Grade
    var beforeInstall: Bool
    var account: String?
    /// File of an account's home; the logs of the machine tell of one thing several times.
    var path: String?
  }

  private var rows: [Key: NetworkContact] = [:]
  private var order: [Key] = []
  private var counted: [Key: Set<Int64>] = [:]
  private static let countedLimit = 4096

  init(installedAt: Int64?) { self.installedAt = installedAt }

  /// Adds one contact; its source, `beforeInstall` and `occurrences` are set here.
  ///
  /// With `followsInstallation` its log shows that it is of this installation, whatever its time says.
  mutating func add(_ contact: NetworkContact, followsInstallation: Bool = false) {
    var row = contact
    if [.connectionActivated, .dhcpLease].contains(row.kind), row.interface.map(InterfaceName.isWWAN) == true
    {
      row.kind = .tetherUp
    }
    let time = contact.lastSeen ?? contact.firstSeen
    row.beforeInstall = !followsInstallation && Installation.precedes(time, installedAt)
    if row.beforeInstall { row.grade = .c }
    let key = Key(
      kind: row.kind, interface: row.interface, peer: row.peer, name: row.name, grade: row.grade,
      beforeInstall: row.beforeInstall, account: row.account, path: row.account == nil ? nil : row.path)
    guard var known = rows[key] else {
      rows[key] = row
      order.append(key)
      if let time { counted[key] = [time] }
      return
    }
    if let first = contact.firstSeen { known.firstSeen = min(known.firstSeen ?? first, first) }
    if let last = contact.lastSeen, last > known.lastSeen ?? .min {
      known.lastSeen = last
      known.path = contact.path
      known.timeBasis = contact.timeBasis
      known.precision = contact.precision
      known.zone = contact.zone
    }
    if contact.serverDated { known.serverDated = true }
    if isNew(time, key) { known.occurrences += contact.occurrences }
    rows[key] = known
  }

  /// The rows in the order in which they were first seen.
  var contacts: [NetworkContact] { order.compactMap { rows[$0] } }

  /// The same second twice is one line that two logs hold.
  private mutating func isNew(_ time: Int64?, _ key: Key) -> Bool {
    guard let time else { return true }
    if counted[key, default: []].count >= Self.countedLimit { return true }
    return counted[key, default: []].insert(time).inserted
  }
}
