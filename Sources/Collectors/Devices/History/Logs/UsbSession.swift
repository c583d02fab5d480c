/// A USB device from the line that found it to the line that lost it.
struct UsbSession {
  let port: String
  let vendor: String
  let product: String
  let path: String
  let start: Int64
  /// Number on its bus, where the log tells.
  var number: Int?
  var end: Int64
  /// Start of the boot, where the log tells.
  var boot: Int64?
  var name: String?
  var manufacturer: String?
  var serial: String?
  var drivers: Set<String> = []
  /// A program recognised a phone.
  var isPhone = false
  /// Whether the log tells that it was detached.
  var isClosed = false
  var labels: Set<String> = []
  var users: Set<Int> = []
  var evidence: Set<DeviceEvidence> = [.kernel]

  var bus: Int? { Int(port.prefix { $0 != "-" }) }
  var isKeyboard: Bool { drivers.contains(UsbLine.keyboard) }
  var identity: String? { UsbIdentity.of(vendor, product, serial) }

  /// Traits from which the kind follows.
  var traits: UsbTraits {
    UsbTraits(
      vendor: vendor, product: product,
      label: [manufacturer, name].compactMap { $0 }.joined(separator: " "),
      drivers: Set(drivers.map { $0 == UsbLine.keyboard ? "usbhid" : $0 }), speaksMTP: isPhone)
  }

  /// Takes in what another log tells of the same session.
  mutating func merge(_ other: UsbSession) {
    end = isClosed == other.isClosed ? max(end, other.end) : isClosed ? end : other.end
    isClosed = isClosed || other.isClosed
    boot = boot ?? other.boot
    name = name ?? other.name
    manufacturer = manufacturer ?? other.manufacturer
    serial = serial ?? other.serial
    drivers.formUnion(other.drivers)
    isPhone = isPhone || other.isPhone
    labels.formUnion(other.labels)
    users.formUnion(other.users)
    evidence.formUnion(other.evidence)
  }
}
