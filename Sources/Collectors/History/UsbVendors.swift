import Facts

/// How a USB device of the past is classified, as `rules/devices/vendors.yaml` says.
struct UsbVendors: Decodable {
  struct Vendor: Decodable {
    let id: String
    let name: String
    let kind: UsbKind
    /// Product ids, single or from-to, hex; nil for all.
    let products: [String]?
    let confidence: Confidence

    func covers(vendor: String, product: String) -> Bool {
      guard id == vendor else { return false }
      guard let products else { return true }
      return products.contains { range in
        let ends = range.split(separator: "-")
        guard let first = ends.first, let last = ends.last else { return false }
        return (first...last).contains(product[...])
      }
    }
  }

  private let drivers: [String: [String]]
  private let phoneWords: [String]
  private let vendors: [Vendor]

  private enum CodingKeys: String, CodingKey {
    case drivers, vendors
    case phoneWords = "phone_words"
  }

  /// Kinds from the one that says most of a machine's connections to the one that says least.
  private static let precedence: [UsbKind] = [
    .modem, .tether, .phone, .wifi, .bluetooth, .ethernet, .storage, .printer, .camera, .audio, .smartcard,
    .hid,
    .hub, .other,
  ]

  static func rank(_ kind: UsbKind) -> Int { precedence.firstIndex(of: kind) ?? precedence.count }

  /// Kind and confidence of a device by its drivers, then by what a program saw, then by its names and vendor.
  func classify(_ device: UsbSession) -> (kind: UsbKind, confidence: Confidence) {
    let vendor = vendors.first { $0.covers(vendor: device.vendor, product: device.product) }
    let label = "\(device.manufacturer ?? "") \(device.name ?? "")".lowercased()
    let isNamedPhone = phoneWords.contains { word in
      label.split { !$0.isLetter && !$0.isNumber }.contains { $0 == word }
    }
    let driven = device.drivers.compactMap(kind).min { Self.rank($0) < Self.rank($1) }
    if let driven, Self.rank(driven) < Self.rank(.phone) { return (driven, .high) }
    if device.isPhone || driven == .phone {
      return (.phone, vendor?.kind == .phone || isNamedPhone ? .high : .medium)
    }
    if driven == .ethernet, vendor?.kind == .modem { return (.modem, .medium) }
    if driven == .storage, let vendor, vendor.kind == .modem, vendor.products != nil {
      return (.modem, vendor.confidence)
    }
    if driven == .ethernet, vendor?.kind == .phone || isNamedPhone { return (.tether, .medium) }
    if let driven, Self.rank(driven) <= Self.rank(.printer) { return (driven, .high) }
    if let vendor { return (vendor.kind, vendor.kind == .phone && isNamedPhone ? .high : vendor.confidence) }
    if isNamedPhone { return (.phone, .medium) }
    return driven.map { ($0, .high) } ?? (.other, .low)
  }

  private func kind(_ driver: String) -> UsbKind? {
    for (kind, names) in drivers {
      let fits = names.contains { name in
        name.hasSuffix("*") ? driver.hasPrefix(name.dropLast()) : driver == name
      }
      if fits { return UsbKind(rawValue: kind) }
    }
    return nil
  }
}
