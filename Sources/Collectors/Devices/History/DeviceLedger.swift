import Facts

/// Puts traces together into one entry for each physical device.
///
/// A serial of its own tells a device under one vendor; without one it is told by vendor, product and port, and a
/// device that comes back on its port within minutes under another product id is the same one in another mode.
struct DeviceLedger {
  private let classifier: UsbClassifier
  private let aliases: UsbAliases
  /// Names of the machine's users by their id.
  private let accounts: [Int: String]
  private var devices: [PhysicalDevice] = []
  private var byKey: [Key: Int] = [:]
  private var lastOnPort: [String: Stay] = [:]

  private struct Key: Hashable {
    var connection: DeviceConnection
    var vendor: String
    var identity: String
  }

  private struct Stay {
    var device: Int
    var vendor: String
    var product: String
    var end: Int64
  }

  /// Seconds within which a device that changes its mode comes back.
  private static let modeChange: Int64 = 60

  init(classifier: UsbClassifier, aliases: UsbAliases, accounts: [Int: String]) {
    self.classifier = classifier
    self.aliases = aliases
    self.accounts = accounts
  }

  /// Adds sessions in the order of their starts.
  mutating func add(_ session: UsbSession) throws {
    var judged = classifier.judge(session.traits)
    if judged.kind == .unknown, let kind = try aliases.kind(vendor: session.vendor, product: session.product)
    {
      judged = UsbClassifier.Judgement(kind: kind, confidence: .medium)
    }
    let index = device(of: session, judged.kind)
    lastOnPort[session.port] = Stay(
      device: index, vendor: session.vendor, product: session.product, end: session.end)
    devices[index].see(session.start, session.end, port: session.port, path: session.path)
    devices[index].addMode(session.product)
    devices[index].maker = devices[index].maker ?? session.manufacturer
    devices[index].name = devices[index].name ?? session.name
    if UsbIdentity.isOwn(session.serial ?? "") || devices[index].serial == nil {
      devices[index].serial = session.serial ?? devices[index].serial
    }
    devices[index].judge(judged)
    devices[index].labels.formUnion(session.labels)
    devices[index].accounts.formUnion(session.users.map { accounts[$0] ?? "\($0)" })
    devices[index].evidence.formUnion(session.evidence)
    devices[index].occurrences += 1
  }

  private mutating func device(of session: UsbSession, _ kind: UsbKind) -> Int {
    let serial = session.serial.flatMap { UsbIdentity.isOwn($0) ? $0 : nil }
    let key = Key(
      connection: .usb, vendor: session.vendor,
      identity: serial.map { "serial \($0)" } ?? "\(session.product) port \(session.port)")
    if let known = byKey[key] { return known }
    let before = lastOnPort[session.port]
    let isOtherMode =
      before.map { stay in
        stay.vendor == session.vendor && stay.product != session.product
          && session.start - stay.end <= Self.modeChange && session.start >= stay.end
          && hasModes(devices[stay.device], kind)
          && (serial == nil || !UsbIdentity.isOwn(devices[stay.device].serial ?? ""))
      } ?? false
    let index =
      before.flatMap { isOtherMode ? $0.device : nil } ?? append(PhysicalDevice(vendor: session.vendor))
    byKey[key] = index
    return index
  }

  /// Whether a device of one kind may come back as one of another: a disc as the modem or Wi-Fi stick that it was, a
  /// phone as what shares its network.
  private func hasModes(_ device: PhysicalDevice, _ kind: UsbKind) -> Bool {
    let families: [Set<UsbKind>] = [
      [.modem, .storage], [.wifi, .storage], [.modem], [.wifi], [.phone, .tether],
      [.phone, .tether, .storage],
    ]
    return device.kind.kind != .storage || kind != .storage
      ? families.contains { $0.contains(device.kind.kind) && $0.contains(kind) } : false
  }

  /// Adds what a store keeps; it joins the device with the same serial or the only one with the same label.
  mutating func add(_ sighting: DeviceSighting) throws {
    let judged = try sighting.kind ?? judge(sighting)
    let index = device(of: sighting, judged)
    devices[index].see(sighting.first, sighting.last, path: sighting.path)
    if let product = sighting.product, !devices[index].modes.contains(product) {
      devices[index].modes.insert(product, at: 0)
    }
    devices[index].vendor = devices[index].vendor ?? sighting.vendor
    devices[index].maker = devices[index].maker ?? sighting.maker
    devices[index].name = devices[index].name ?? sighting.name
    devices[index].serial = devices[index].serial ?? sighting.serial
    devices[index].judge(judged)
    if let account = sighting.account { devices[index].accounts.insert(account) }
    if let label = sighting.label { devices[index].labels.insert(label) }
    devices[index].evidence.insert(sighting.evidence)
  }

  private func judge(_ sighting: DeviceSighting) throws -> UsbClassifier.Judgement {
    let vendor = sighting.vendor ?? ""
    let product = sighting.product ?? ""
    return classifier.judge(
      UsbTraits(
        vendor: vendor, product: product,
        label: [sighting.maker, sighting.name].compactMap { $0 }.joined(separator: " ")))
  }

  private mutating func device(of sighting: DeviceSighting, _ judged: UsbClassifier.Judgement) -> Int {
    if let serial = sighting.serial, UsbIdentity.isOwn(serial) {
      let known = devices.indices.first { index in
        devices[index].connection == sighting.connection
          && devices[index].serial.map { Self.plain($0) == Self.plain(serial) } ?? false
          && (sighting.vendor == nil || devices[index].vendor == nil
            || devices[index].vendor == sighting.vendor)
      }
      return known ?? append(PhysicalDevice(connection: sighting.connection))
    }
    if let label = sighting.label {
      let known = devices.indices.filter { devices[$0].labels.contains(label) }
      return known.count == 1 ? known[0] : append(PhysicalDevice(connection: sighting.connection))
    }
    let known = devices.indices.first { index in
      devices[index].connection == sighting.connection && devices[index].evidence == [sighting.evidence]
        && devices[index].vendor == sighting.vendor && devices[index].serial == sighting.serial
        && devices[index].modes == [sighting.product].compactMap { $0 }
        && devices[index].name == sighting.name
    }
    return known ?? append(PhysicalDevice(connection: sighting.connection))
  }

  private mutating func append(_ device: PhysicalDevice) -> Int {
    devices.append(device)
    return devices.count - 1
  }

  /// A serial as all programs write it: iPhones' with or without their hyphen.
  private static func plain(_ serial: String) -> String { serial.filter { $0 != "-" }.uppercased() }

  /// The devices, the earliest first.
  func rows(_ installedAt: Int64?) -> [UsbDeviceHistory] {
    devices.map { $0.row(installedAt) }.sorted { first, second in
      func key(_ row: UsbDeviceHistory) -> (Int64, String, String, String, String) {
        (
          row.firstSeen ?? 0, row.vendorId ?? "", row.productId ?? "", row.serial ?? "",
          row.port ?? row.labels ?? ""
        )
      }
      return key(first) < key(second)
    }
  }
}
