import Facts
import LinuxHost

/// Phones and wireless devices whose batteries UPower watched: /var/lib/upower/history-charge-MODEL-SERIAL.dat.
struct UpowerStore: DeviceStore {
  private static let folder = "/var/lib/upower"
  private static let prefix = "history-charge-"
  private static let phones = [
    "iphone", "ipad", "ipod", "android", "galaxy", "phone", "redmi", "oppo", "vivo",
  ]
  private static let inputs = ["mouse", "keyboard", "trackpad", "touchpad", "wireless"]

  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    for name in try host.list(Self.folder) where name.hasPrefix(Self.prefix) && name.hasSuffix(".dat") {
      let path = "\(Self.folder)/\(name)"
      let label = name.dropFirst(Self.prefix.count).dropLast(".dat".count)
      let lower = label.lowercased()
      let isPhone = Self.phones.contains(where: lower.contains)
      guard isPhone || Self.inputs.contains(where: lower.contains) else { continue }
      guard let text = try host.text(path) else { continue }
      let times = text.split(whereSeparator: \.isNewline)
        .compactMap { $0.split(separator: "\t").first.flatMap { Int64($0) } }
      let parts = label.split(separator: "-")
      try add(
        DeviceSighting(
          evidence: .upower, path: path, connection: isPhone ? .usb : .bluetooth,
          serial: parts.count > 1 ? parts.last.map(String.init) : nil, name: parts.first.map(String.init),
          kind: .init(kind: isPhone ? .phone : .wirelessHid, confidence: .medium), first: times.min(),
          last: times.max()))
    }
  }
}
