import Facts
import LinuxHost

/// Devices paired over Bluetooth: /var/lib/bluetooth/ADAPTER/DEVICE/info of BlueZ.
///
/// Source of the classes: Bluetooth Assigned Numbers, section 2.8 (class of device) and 2.6 (appearance).
struct BluezStore: DeviceStore {
  private static let folder = "/var/lib/bluetooth"

  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    for adapter in try host.list(Self.folder) where Self.isAddress(adapter) {
      for device in try host.list("\(Self.folder)/\(adapter)") where Self.isAddress(device) {
        let path = "\(Self.folder)/\(adapter)/\(device)/info"
        guard let text = try host.text(path), let info = try host.info(path) else { continue }
        let file = KeyFile(text)
        let keys = ["LinkKey", "LongTermKey", "PeripheralLongTermKey", "SlaveLongTermKey"]
        guard keys.contains(where: { file[$0] != nil }) else { continue }
        try add(
          DeviceSighting(
            evidence: .bluez, path: path, connection: .bluetooth, serial: device,
            name: file["General"]?["Name"],
            kind: Self.kind(file["General"] ?? [:]), first: info.bornAt, last: info.modifiedAt))
      }
    }
  }

  private static func kind(_ general: [String: String]) -> UsbClassifier.Judgement {
    func number(_ key: String) -> Int? {
      general[key].flatMap { Int($0.hasPrefix("0x") ? String($0.dropFirst(2)) : $0, radix: 16) }
    }
    if let code = number("Class") {
      let major = code >> 8 & 0x1f
      let majors: [Int: UsbKind] = [2: .phone, 4: .audio, 5: .wirelessHid, 6: .camera]
      return .init(kind: majors[major] ?? .other, confidence: .high)
    }
    if let appearance = number("Appearance") {
      let categories: [Int: UsbKind] = [1: .phone, 15: .wirelessHid, 34: .audio, 37: .audio]
      return .init(kind: categories[appearance >> 6] ?? .other, confidence: .high)
    }
    return .init(kind: .other, confidence: .low)
  }

  private static func isAddress(_ name: String) -> Bool {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 6 && parts.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isHexDigit) }
  }
}
