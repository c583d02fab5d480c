import Facts

/// The sessions of all logs in the order of time, each once, and what is odd about their order.
struct UsbSequence {
  let sessions: [UsbSession]
  private let classifier: UsbClassifier

  /// Seconds by which two logs may tell the time of one session apart.
  private static let tolerance: Int64 = 2

  init(_ found: [UsbSession], _ classifier: UsbClassifier) {
    var merged: [UsbSession] = []
    var recent: [String: Int] = [:]
    for session in found.sorted(by: { ($0.start, $0.port) < ($1.start, $1.port) }) {
      let place = "\(session.port) \(session.vendor) \(session.product)"
      if let index = recent[place], session.start - merged[index].start <= Self.tolerance,
        session.path != merged[index].path
      {
        merged[index].merge(session)
      } else {
        merged.append(session)
        recent[place] = merged.count - 1
      }
    }
    sessions = merged
    self.classifier = classifier
  }

  struct Finding {
    let session: UsbSession
    let suspicion: Suspicion
    let detail: String
  }

  func findings() -> [Finding] {
    var found: [Finding] = []
    var byIdentity: [String: UsbSession] = [:]
    for (index, session) in sessions.enumerated() {
      if session.isKeyboard { found += keyboard(session, at: index) }
      guard let identity = session.identity else { continue }
      if let before = byIdentity[identity], let detail = change(before, session) {
        found.append(Finding(session: session, suspicion: .changedIdentity, detail: detail))
      }
      byIdentity[identity] = session
    }
    return found
  }

  private func keyboard(_ session: UsbSession, at index: Int) -> [Finding] {
    var found: [Finding] = []
    func add(_ suspicion: Suspicion, _ detail: String) {
      found.append(Finding(session: session, suspicion: suspicion, detail: detail))
    }
    let patterns = classifier.knowledge.patterns
    let drivers = session.drivers.sorted().joined(separator: " ")
    if patterns.hasDriver("storage", session.drivers) { add(.keyboardWithStorage, drivers) }
    if ["tether", "modem", "ethernet", "wifi", "bluetooth"].contains(where: {
      patterns.hasDriver($0, session.drivers)
    }) {
      add(.keyboardWithNetwork, drivers)
    }
    if classifier.knowledge.habits.makesStorage(session.vendor) { add(.keyboardOfStorageVendor, drivers) }
    if let disk = sessions[..<index].last(where: { $0.port == session.port }),
      patterns.hasDriver("storage", disk.drivers), !disk.isKeyboard,
      session.start - disk.end <= Self.comesBack, session.start >= disk.end
    {
      add(.storageBecameKeyboard, "\(disk.vendor):\(disk.product)")
    }
    if let other = sudden(session, at: index) { add(.suddenKeyboard, "\(other.vendor):\(other.product)") }
    return found
  }

  /// Seconds within which a disk that turns into a keyboard is back.
  private static let comesBack: Int64 = 3
  /// Seconds of a boot in which devices that were attached before are found.
  private static let bootTime: Int64 = 180

  /// The device that a further keyboard follows at once; nil at boot, behind a dock, and for the first keyboard.
  private func sudden(_ session: UsbSession, at index: Int) -> UsbSession? {
    guard let boot = session.boot, session.start - boot > Self.bootTime else { return nil }
    let hasAnother = sessions[..<index].contains { other in
      other.isKeyboard && other.boot == boot && other.port != session.port
        && (!other.isClosed || other.end >= session.start)
    }
    guard hasAnother else { return nil }
    let near = sessions[..<index].reversed().prefix { session.start - $0.start <= Self.tolerance }
    let isDock = near.contains { session.port.hasPrefix($0.port + ".") || shareHub($0, session) }
    return isDock ? nil : near.first { $0.port != session.port && classifier.judge($0.traits).kind != .hub }
  }

  private func shareHub(_ first: UsbSession, _ second: UsbSession) -> Bool {
    func hub(_ port: String) -> Substring? { port.lastIndex(of: ".").map { port[..<$0] } }
    return hub(first.port) != nil && hub(first.port) == hub(second.port)
  }

  /// What one serial claims to be now, if it claimed to be something else before.
  private func change(_ before: UsbSession, _ now: UsbSession) -> String? {
    let kinds = (classifier.judge(before.traits).kind, classifier.judge(now.traits).kind)
    let changing: Set<UsbKind> = [.phone, .tether, .modem]
    guard changing.isDisjoint(with: [kinds.0, kinds.1]) else { return nil }
    if let old = before.name, let new = now.name, old != new { return "product" }
    if let old = before.manufacturer, let new = now.manufacturer, old != new { return "manufacturer" }
    return before.isKeyboard != now.isKeyboard && !before.drivers.isEmpty && !now.drivers.isEmpty
      ? "keyboard" : nil
  }
}
