import Facts
import LinuxHost

/// One profile of a browser while it is read: its contacts, and whether its history is empty beside other traces.
final class BrowserProfile {
  let contacts: ContactWriter
  let folder: String
  let account: String
  private let source: String
  private var visits: Int64?
  private var historyPath: String?
  private var hasResidue = false

  init(_ source: String, _ folder: String, _ account: String, _ contacts: ContactWriter) {
    self.source = source
    self.folder = folder
    self.account = account
    self.contacts = contacts
  }

  /// Opens an SQLite file of the profile and hands it over; an absent one is nothing.
  func database(_ name: String, _ body: (SQLiteCopy, String) throws -> Void) throws {
    let path = "\(folder)/\(name)"
    try contacts.reading { try body(try SQLiteCopy(contacts.files, path), path) }
  }

  /// Adds visits of a history file with what they cover.
  func addVisits(_ path: String, _ tally: HostTally, count: Int64, first: Int64?, last: Int64?) throws {
    visits = (visits ?? 0) + count
    historyPath = path
    try add(tally, .webVisit, path)
    try contacts.sink.add(
      Coverage(source: source, path: path, firstEntry: first, lastEntry: last, entries: count, damaged: 0))
  }

  /// Adds hosts that another file than the history names.
  func addResidue(_ path: String, _ tally: HostTally) throws {
    if tally.isEmpty { return }
    hasResidue = true
    try add(tally, .webResidue, path)
  }

  /// Adds a residue that names no host.
  func addResidue(_ path: String, peer: String? = nil, at time: Int64, _ basis: TimeBasis, serverDated: Bool)
  {
    hasResidue = true
    contacts.add(
      NetworkContact(
        source: source, kind: .webResidue, path: path, peer: peer, firstSeen: time, lastSeen: time,
        timeBasis: basis, grade: .a, serverDated: serverDated, occurrences: 1, account: account))
  }

  /// Names an empty history beside other traces.
  func finish() throws {
    guard let visits, visits == 0, hasResidue, let historyPath else { return }
    try contacts.sink.add(
      HistorySign(
        source: source, concern: .wiping, sign: .browserHistoryEmpty, weight: .independent, path: historyPath,
        account: account, at: try contacts.files.info(historyPath).modifiedAt, detail: folder))
  }

  private func add(_ tally: HostTally, _ kind: ContactKind, _ path: String) throws {
    let time = try contacts.files.info(path).modifiedAt
    let template = NetworkContact(
      source: source, kind: kind, path: path, firstSeen: time, lastSeen: time, timeBasis: .recorded,
      grade: .a, occurrences: 1, account: account)
    for contact in tally.contacts(template) { contacts.add(contact) }
  }
}
