/// Follows USB lines in the order of one log and makes a session of each stay of a device.
struct UsbLogFollower {
  private var open: [String: UsbSession] = [:]
  private var numbers: [String: Int] = [:]
  private var latest: String?
  private var boot: Int64?
  /// Ports by the number of their SCSI host; nil for a host of the machine itself.
  private var hosts: [Int: String?] = [:]
  /// Ports by the name of their disk.
  private var disks: [String: String?] = [:]
  private(set) var sessions: [UsbSession] = []
  /// Mounts of disks of which the log does not say what they are.
  private(set) var strayMounts: [StrayMount] = []

  struct StrayMount {
    let label: String
    let uid: Int?
    let time: Int64
    let path: String
  }

  mutating func add(_ event: LogEvent) {
    guard let line = UsbLine(program: event.program, message: event.message) else { return }
    switch line {
    case .boot:
      close()
      boot = event.time
    case .number(let port, let number): numbers[port] = number
    case .found(let port, let vendor, let product):
      if let old = open.removeValue(forKey: port) { sessions.append(old) }
      open[port] = UsbSession(
        port: port, vendor: vendor, product: product, path: event.path, start: event.time,
        number: numbers.removeValue(forKey: port), end: event.time, boot: boot)
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
    case .scsiHost(let number, let port, let driver):
      let port = driver == "uas" ? port ?? latest : port
      hosts[number] = .some(port)
      if let port { open[port]?.drivers.insert(driver) }
    case .disk(let host, let name): disks[name] = hosts[host] ?? nil
    case .gone(let port):
      if var old = open.removeValue(forKey: port) {
        old.end = max(old.end, event.time)
        old.isClosed = true
        sessions.append(old)
      }
    default: addUserSpace(line, event)
    }
  }

  private mutating func addUserSpace(_ line: UsbLine, _ event: LogEvent) {
    switch line {
    case .mounted(let device, let path, let uid): mount(device, path, uid, event)
    case .probing(let bus, let number, let port):
      if open[port]?.bus == bus { open[port]?.number = number }
    case .phone(let bus, let number):
      guard let port = port(bus: bus, number: number, at: event.time) else { return }
      open[port]?.isPhone = true
      open[port]?.evidence.insert(event.program == "usbmuxd" ? .usbmuxd : .mtpProbe)
    default: break
    }
  }

  private mutating func mount(_ device: String, _ path: String, _ uid: Int?, _ event: LogEvent) {
    let disk = device.hasPrefix("sd") ? String(device.prefix { !$0.isNumber }) : device
    guard let label = MountLabel.of(path) else { return }
    if let port = disks[disk] {
      guard let port else { return }
      open[port]?.labels.insert(label)
      open[port]?.evidence.insert(.udisks)
      if let uid { open[port]?.users.insert(uid) }
    } else if device.hasPrefix("sd") {
      strayMounts.append(StrayMount(label: label, uid: uid, time: event.time, path: event.path))
    }
  }

  /// Ends what is still attached, as at the end of a log.
  mutating func close() {
    sessions += open.values.sorted { ($0.start, $0.port) < ($1.start, $1.port) }
    open = [:]
    numbers = [:]
    latest = nil
    hosts = [:]
    disks = [:]
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
}
