import Facts
import LinuxHost

/// Follows USB lines in the order of a log and makes one row of each device.
struct UsbHistory {
  private let source: String
  private let installedAt: Int64?
  private let vendors: UsbVendors
  private var open: [String: UsbSession] = [:]
  private var numbers: [String: Int] = [:]
  private var latest: String?
  private var rows: [Key: UsbDeviceHistory] = [:]
  private var counted: Set<Occasion> = []

  private struct Key: Hashable {
    var vendor: String
    var product: String
    var identity: String
  }

  private struct Occasion: Hashable {
    var key: Key
    var start: Int64
  }

  init(source: String, installedAt: Int64?, vendors: UsbVendors) {
    self.source = source
    self.installedAt = installedAt
    self.vendors = vendors
  }

  mutating func add(_ event: LogEvent) {
    guard let line = UsbLine(program: event.program, message: event.message) else { return }
    switch line {
    case .boot: close()
    case .number(let port, let number): numbers[port] = number
    case .found(let port, let vendor, let product):
      if let old = open.removeValue(forKey: port) { merge(old) }
      open[port] = UsbSession(
        port: port, vendor: vendor, product: product, path: event.path, start: event.time,
        number: numbers.removeValue(forKey: port), end: event.time)
      latest = port
    case .property(let port, let key, let value):
      switch key {
      case "Product": open[port]?.name = value
      case "Manufacturer": open[port]?.manufacturer = value
      default: open[port]?.serial = value
      }
    case .driver(let port, let driver): open[port]?.drivers.insert(driver)
    case .driverOfIds(let vendor, let product, let driver):
      for (port, device) in open where device.vendor == vendor && device.product == product {
        open[port]?.drivers.insert(driver)
      }
    case .driverOfLatest(let driver):
      if let latest { open[latest]?.drivers.insert(driver) }
    case .gone(let port):
      if var old = open.removeValue(forKey: port) {
        old.end = max(old.end, event.time)
        merge(old)
      }
    case .probing(let bus, let number, let port):
      if open[port]?.bus == bus { open[port]?.number = number }
    case .phone(let bus, let number):
      if let port = port(bus: bus, number: number, at: event.time) { open[port]?.isPhone = true }
    }
  }

  /// Ends what is still attached, as at the end of a log.
  mutating func close() {
    for device in open.values { merge(device) }
    open = [:]
    numbers = [:]
    latest = nil
  }

  /// The devices, the earliest first.
  consuming func devices() -> [UsbDeviceHistory] {
    close()
    return rows.values.sorted {
      ($0.firstSeen ?? 0, $0.vendorId, $0.productId, $0.serial ?? "", $0.port ?? "")
        < ($1.firstSeen ?? 0, $1.vendorId, $1.productId, $1.serial ?? "", $1.port ?? "")
    }
  }

  /// The device with a bus and number, or else the one that was just attached to the bus without a known number.
  private func port(bus: Int?, number: Int?, at time: Int64) -> String? {
    if let known = open.values.first(where: { $0.bus == bus && $0.number == number && number != nil }) {
      return known.port
    }
    let probeDelay: Int64 = 60
    return open.values
      .filter { $0.bus == bus && $0.number == nil && time - $0.start <= probeDelay }
      .max { $0.start < $1.start }?.port
  }

  private mutating func merge(_ device: UsbSession) {
    let key = Key(
      vendor: device.vendor, product: device.product, identity: device.identity ?? "port \(device.port)")
    let (kind, confidence) = vendors.classify(device)
    let isNew = counted.insert(Occasion(key: key, start: device.start)).inserted
    guard var row = rows[key] else {
      rows[key] = UsbDeviceHistory(
        vendorId: device.vendor, productId: device.product, vendor: device.manufacturer, product: device.name,
        serial: device.serial, kind: kind, confidence: confidence, port: device.port, source: source,
        path: device.path, firstSeen: device.start, lastSeen: device.end,
        beforeInstall: Installation.precedes(device.end, installedAt), occurrences: 1)
      return
    }
    row.firstSeen = min(row.firstSeen ?? device.start, device.start)
    if device.end >= row.lastSeen ?? .min {
      row.lastSeen = device.end
      row.port = device.port
      row.path = device.path
    }
    row.vendor = row.vendor ?? device.manufacturer
    row.product = row.product ?? device.name
    row.beforeInstall = Installation.precedes(row.lastSeen, installedAt)
    if isNew { row.occurrences += 1 }
    if UsbVendors.rank(kind) < UsbVendors.rank(row.kind) {
      row.kind = kind
      row.confidence = confidence
    }
    rows[key] = row
  }
}

extension UsbHistory {
  init(source: String, host: any Host, options: CollectorOptions) throws {
    self.init(
      source: source, installedAt: try InstallationTime.read(host),
      vendors: try DataFile.decode(UsbVendors.self, "devices/vendors.yaml", options))
  }
}
