import Facts
import LinuxHost

/// What interface classes, vendors and products of USB devices mean, as `rules/devices/interfaces.yaml` lists it.
struct DevicePatterns: Decodable {
  /// Patterns of interface triples by meaning; ? stands for any digit.
  let interfaces: [String: [String]]
  /// Vendor ids by meaning, four hex digits.
  let vendors: [String: [String]]
  /// Vendor and product ids by meaning, as 05ac:12??.
  let products: [String: [String]]
  /// Kernel drivers by meaning.
  let drivers: [String: [String]]

  /// Reads the file; a meaning that is not known here, or that it lacks, is an error.
  init(rules: String) throws {
    let file = "devices/interfaces.yaml"
    self = try DataFile.decode(DevicePatterns.self, file, in: rules)
    for (names, expected) in [
      (interfaces.keys, Self.interfaceMeanings), (vendors.keys, Self.vendorMeanings),
      (products.keys, Self.productMeanings), (drivers.keys, Self.driverMeanings),
    ] {
      let odd = Set(names).symmetricDifference(expected).sorted()
      guard odd.isEmpty else {
        throw CollectionFailure(.error, .damaged, detail: "rules/\(file): \(odd.joined(separator: ", "))")
      }
    }
  }

  private static let interfaceMeanings: Set<String> = [
    "phone", "phone_tether", "mobile_broadband", "modem", "ethernet", "still_image", "bluetooth", "storage",
    "ipp_usb", "printer", "smartcard", "camera", "audio", "hid", "keyboard", "harmless",
  ]
  private static let vendorMeanings: Set<String> = [
    "phone", "camera", "modem", "serial_board", "network_gadget",
  ]
  private static let productMeanings: Set<String> = ["phone", "modem", "wifi"]
  private static let driverMeanings: Set<String> = [
    "phone", "tether", "modem", "ethernet", "wifi", "bluetooth", "storage", "printer", "smartcard", "camera",
    "audio", "hid", "serial",
  ]

  func hasInterface(_ meaning: String, _ triples: [String]) -> Bool {
    triples.contains { Self.matches($0, interfaces[meaning]) }
  }

  func isVendor(_ meaning: String, _ vendor: String) -> Bool {
    (vendors[meaning] ?? []).contains(vendor)
  }

  func isProduct(_ meaning: String, _ vendor: String, _ product: String) -> Bool {
    Self.matches("\(vendor):\(product)", products[meaning])
  }

  /// Whether a driver of that meaning is among the names; "*" ends the beginning of a name.
  func hasDriver(_ meaning: String, _ names: Set<String>) -> Bool {
    guard !names.isEmpty, let known = drivers[meaning] else { return false }
    return known.contains { pattern in
      pattern.hasSuffix("*")
        ? names.contains { $0.hasPrefix(pattern.dropLast()) } : names.contains(pattern)
    }
  }

  private static func matches(_ text: String, _ patterns: [String]?) -> Bool {
    (patterns ?? []).contains { pattern in
      pattern.utf8.count == text.utf8.count
        && zip(pattern.utf8, text.utf8).allSatisfy { $0 == UInt8(ascii: "?") || $0 == $1 }
    }
  }
}
