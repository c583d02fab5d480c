import Facts
import LinuxHost

/// Follows connection lines in the order of a log and makes contacts of them.
struct ConnectionHistory {
  private let source: String
  private let installedAt: Int64?
  /// Latest time of the log so far, and the log's last file.
  private var latest: Int64 = .min
  private var path = ""
  /// Host that NetworkManager asks whether the Internet is reached; nil if it asks none.
  private let connectivityHost: String?
  private var tally: ContactTally
  /// Name of the connection that an interface makes.
  private var names: [String: String] = [:]
  /// DHCP questions that nobody has answered yet, by program and process.
  private var attempts: [String: NetworkContact] = [:]

  init(source: String, installedAt: Int64?, connectivityHost: String?) {
    self.source = source
    self.installedAt = installedAt
    self.connectivityHost = connectivityHost
    tally = ContactTally(installedAt: installedAt)
  }

  /// Whether a line stands behind one of this installation, so that an older time is that of a clock that was set back.
  ///
  /// The files of a journal are one sequence; text logs are several, so that each file counts by itself.
  private mutating func followsInstallation(_ event: LogEvent) -> Bool {
    if event.path != path, !event.path.contains(".journal") { latest = .min }
    path = event.path
    let follows = installedAt.map { latest >= $0 } ?? false
    latest = max(latest, event.time)
    return follows
  }

  mutating func add(_ event: LogEvent) {
    let follows = followsInstallation(event)
    guard let line = ConnectionLine(program: event.program, message: event.message) else { return }
    if let peer = line.peer, Peer.isThisMachine(peer) { return }
    let process = "\(event.program) \(event.pid ?? 0)"
    switch line.meaning {
    case .naming:
      if let interface = line.interface { names[interface] = line.name }
    case .attempt:
      let row = contact(event, .dhcpAttempt, .c, line)
      if let old = attempts.updateValue(row, forKey: process), old.interface != row.interface {
        tally.add(old)
      }
    case .fullConnectivity:
      addFullConnectivity(event, line, follows)
    case .contact(let kind, let grade):
      var row = contact(event, kind, grade, line)
      if kind == .dhcpLease, let attempt = attempts.removeValue(forKey: process) {
        row.interface = row.interface ?? attempt.interface
      }
      if row.name == nil, kind == .connectionActivated, let interface = row.interface {
        row.name = names[interface]
      }
      if kind == .modemConnected { row.peerIsPublic = event.message.contains("-> connected)") }
      tally.add(row, followsInstallation: follows)
    }
  }

  /// The contacts of all lines so far.
  consuming func contacts() -> [NetworkContact] {
    for attempt in attempts.values.sorted(by: { ($0.lastSeen ?? 0) < ($1.lastSeen ?? 0) }) {
      tally.add(attempt)
    }
    return tally.contacts
  }

  private mutating func addFullConnectivity(_ event: LogEvent, _ line: ConnectionLine, _ follows: Bool) {
    guard let connectivityHost else {
      return tally.add(contact(event, .defaultRoute, .b, line), followsInstallation: follows)
    }
    var row = contact(event, .internetReached, .a, line)
    row.peer = connectivityHost
    row.peerIsPublic = Peer.isPublic(connectivityHost)
    tally.add(row, followsInstallation: follows)
  }

  private func contact(
    _ event: LogEvent, _ kind: ContactKind, _ grade: Grade, _ line: ConnectionLine
  ) -> NetworkContact {
    NetworkContact(
      source: source, kind: kind, path: event.path, interface: line.interface, peer: line.peer,
      peerIsPublic: line.peer.map { Peer.isPublic($0) } ?? false, name: line.name, firstSeen: event.time,
      lastSeen: event.time, timeBasis: event.basis, grade: grade, occurrences: 1,
      zone: event.basis == .inferredYear ? .local : .utc)
  }
}

extension ConnectionHistory {
  /// A history of the host's installation and configuration.
  init(source: String, host: any Host) throws {
    self.init(
      source: source, installedAt: try InstallationTime.read(host),
      connectivityHost: try NetworkManager.connectivityHost(host.files))
  }
}
