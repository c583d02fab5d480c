import Facts

/// One device in all that is known of it.
struct PhysicalDevice {
  var connection = DeviceConnection.usb
  var vendor: String?
  var modes: [String] = []
  var maker: String?
  var name: String?
  var serial: String?
  var kind = UsbClassifier.Judgement(kind: .unknown, confidence: .low)
  var ports: [String] = []
  var accounts: Set<String> = []
  var labels: Set<String> = []
  var evidence: Set<DeviceEvidence> = []
  var path = ""
  var first: Int64?
  var last: Int64?
  var occurrences: Int64 = 0

  /// Takes a judgement that says more of the machine's connections, or the same more surely.
  mutating func judge(_ other: UsbClassifier.Judgement) {
    let order: [Confidence] = [.high, .medium, .low]
    let ranks = (UsbClassifier.rank(other.kind), UsbClassifier.rank(kind.kind))
    let sureness = (order.firstIndex(of: other.confidence) ?? 0, order.firstIndex(of: kind.confidence) ?? 0)
    if ranks.0 < ranks.1 || ranks.0 == ranks.1 && sureness.0 < sureness.1 { kind = other }
  }

  /// Widens the time to what a trace tells; the latest trace names port and file.
  mutating func see(_ start: Int64?, _ end: Int64?, port: String? = nil, path: String) {
    let isLatest = last.map { $0 <= (end ?? .min) } ?? true
    if let start { first = min(first ?? start, start) }
    if let end { last = max(last ?? end, end) }
    if let port {
      if isLatest { ports.removeAll { $0 == port } }
      if isLatest { ports.append(port) } else if !ports.contains(port) { ports.insert(port, at: 0) }
    }
    if isLatest || self.path.isEmpty { self.path = path }
  }

  mutating func addMode(_ product: String) {
    modes.removeAll { $0 == product }
    modes.append(product)
  }

  func row(_ installedAt: Int64?) -> UsbDeviceHistory {
    func list(_ values: some Collection<String>) -> String? {
      values.isEmpty ? nil : values.joined(separator: ",")
    }
    return UsbDeviceHistory(
      vendorId: vendor, productId: modes.last, modes: list(modes.sorted()), vendor: maker, product: name,
      serial: serial, identity: vendor.flatMap { UsbIdentity.of($0, modes.last ?? "", serial) },
      connection: connection, kind: kind.kind, confidence: kind.confidence, port: ports.last,
      ports: list(ports.sorted()), accounts: list(accounts.sorted()), labels: list(labels.sorted()),
      source: DeviceHistoryCollector.name,
      evidence: evidence.sorted().map(\.rawValue).joined(separator: ","), path: path, firstSeen: first,
      lastSeen: last, beforeInstall: Installation.precedes(last, installedAt),
      occurrences: max(occurrences, 1))
  }
}
