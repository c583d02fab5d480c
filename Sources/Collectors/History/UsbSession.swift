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
  var name: String?
  var manufacturer: String?
  var serial: String?
  var drivers: Set<String> = []
  /// A program recognised a phone.
  var isPhone = false

  /// A serial that names one device and not a whole series.
  var identity: String? {
    guard let serial, serial.count >= 4, Set(serial).count > 2 else { return nil }
    let digits = "0123456789ABCDEF0123456789ABCDEF"
    return digits.contains(serial.uppercased()) || "1234567890ABCDEF".contains(serial.uppercased())
      ? nil : serial
  }

  var bus: Int? { Int(port.prefix { $0 != "-" }) }
}
