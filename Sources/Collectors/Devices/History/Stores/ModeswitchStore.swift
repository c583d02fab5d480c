import Facts
import LinuxHost

/// Sticks that usb_modeswitch turned from a disc into a modem: its state folder and its logs.
struct ModeswitchStore: DeviceStore {
  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    let state = "/var/lib/usb_modeswitch"
    var paths = try host.list(state).filter { $0.hasSuffix("_list") }.map { "\(state)/\($0)" }
    paths += try host.list("/var/log").filter { $0.hasPrefix("usb_modeswitch") }.map { "/var/log/\($0)" }
    for path in paths {
      guard let text = try host.text(path), let info = try host.info(path) else { continue }
      for (vendor, product) in Self.ids(text) {
        try add(
          DeviceSighting(
            evidence: .modeswitch, path: path, vendor: vendor, product: product,
            kind: .init(kind: .modem, confidence: .high), last: info.modifiedAt))
      }
    }
  }

  /// Every vendor and product in a text, as 12d1:1f01, each pair once.
  private static func ids(_ text: String) -> [(String, String)] {
    var found: [(String, String)] = []
    for word in text.split(whereSeparator: { !$0.isHexDigit && $0 != ":" }) {
      let parts = word.split(separator: ":").filter { $0.utf8.count == 4 }
      guard parts.count == 2, word.utf8.count <= 14 else { continue }
      let pair = (parts[0].lowercased(), parts[1].lowercased())
      if !found.contains(where: { $0 == pair }) { found.append(pair) }
    }
    return found
  }
}
