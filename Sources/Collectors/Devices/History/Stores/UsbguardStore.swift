import Facts
import LinuxHost

/// Devices that USBGuard knows: its rules and its audit log.
///
/// Source: usbguard-rules.conf(5).
struct UsbguardStore: DeviceStore {
  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    var paths = ["/etc/usbguard/rules.conf"]
    paths += try host.list("/etc/usbguard/rules.d").filter { $0.hasSuffix(".conf") }.map {
      "/etc/usbguard/rules.d/\($0)"
    }
    paths += try host.list("/var/log/usbguard").map { "/var/log/usbguard/\($0)" }
    for path in paths {
      guard let text = try host.text(path), let info = try host.info(path) else { continue }
      for line in text.split(whereSeparator: \.isNewline) {
        guard let sighting = Self.sighting(line, path, info.modifiedAt) else { continue }
        try add(sighting)
      }
    }
  }

  /// "allow id 0781:5567 serial "4C53" name "Cruzer" … with-interface 08:06:50"; audit lines have the rule in them.
  private static func sighting(_ line: Substring, _ path: String, _ modified: Int64) -> DeviceSighting? {
    if line.hasPrefix("#") { return nil }
    guard let start = line.firstRange(of: " id ")?.upperBound else { return nil }
    let ids = line[start...].prefix { $0.isHexDigit || $0 == ":" }.split(separator: ":")
    guard ids.count == 2, ids.allSatisfy({ $0.count == 4 }) else { return nil }
    func quoted(_ key: String) -> String? {
      guard let open = line.firstRange(of: " \(key) \"")?.upperBound else { return nil }
      let value = String(line[open...].prefix { $0 != "\"" })
      return value.isEmpty ? nil : value
    }
    let time = line.first == "[" ? Int64(line.dropFirst().prefix { $0.isNumber }) : nil
    return DeviceSighting(
      evidence: .usbguard, path: path, vendor: ids[0].lowercased(), product: ids[1].lowercased(),
      serial: quoted("serial"), name: quoted("name"), first: time, last: time ?? modified)
  }
}
