import Facts

/// What the vendors of USB devices mostly make, as `rules/devices/vendors.yaml` says.
struct VendorHabits: Decodable {
  struct Vendor: Decodable {
    let id: String
    let name: String
    let kind: UsbKind
    /// Product ids, single or from-to, hex; nil for all.
    let products: [String]?
    let confidence: Confidence

    /// Whether the vendor's id has four lower-case hexadecimal digits, and every product one or two of such.
    var isSound: Bool {
      func isID(_ text: Substring) -> Bool {
        text.utf8.count == 4 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
      }
      return isID(id[...])
        && (products ?? []).allSatisfy { range in
          let ends = range.split(separator: "-", omittingEmptySubsequences: false)
          return (1...2).contains(ends.count) && ends.allSatisfy(isID)
        }
    }

    func covers(_ product: String) -> Bool {
      guard let products else { return true }
      return products.contains { range in
        let ends = range.split(separator: "-")
        guard let first = ends.first, let last = ends.last else { return false }
        return (first...last).contains(product[...])
      }
    }
  }

  /// Words of a product's or manufacturer's name that only phones and tablets bear.
  private let phoneWords: Set<String>
  /// Words that only receivers of wireless keyboards and mice bear.
  private let wirelessWords: [String]
  private let cardReaderWords: [String]
  private let networkPrinterWords: [String]
  private let networkPrinterEndings: [String]
  private let vendors: [String: [Vendor]]
  private let storageVendors: Set<String>

  private enum CodingKeys: String, CodingKey {
    case vendors
    case phoneWords = "phone_words"
    case wirelessWords = "wireless_words"
    case cardReaderWords = "card_reader_words"
    case networkPrinterWords = "network_printer_words"
    case networkPrinterEndings = "network_printer_endings"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    phoneWords = Set(try values.decode([String].self, forKey: .phoneWords))
    wirelessWords = try values.decode([String].self, forKey: .wirelessWords)
    cardReaderWords = try values.decode([String].self, forKey: .cardReaderWords)
    networkPrinterWords = try values.decode([String].self, forKey: .networkPrinterWords)
    networkPrinterEndings = try values.decode([String].self, forKey: .networkPrinterEndings)
    let list = try values.decode([Vendor].self, forKey: .vendors)
    for vendor in list where !vendor.isSound {
      throw DecodingError.dataCorruptedError(
        forKey: .vendors, in: values, debugDescription: "ids are hexadecimal digits: \(vendor.id)")
    }
    vendors = Dictionary(grouping: list, by: \.id)
    storageVendors = Set(list.filter { $0.kind == .storage && $0.products == nil }.map(\.id))
  }

  /// What a vendor's product is where the file lists it.
  func listed(_ vendor: String, _ product: String) -> Vendor? {
    vendors[vendor]?.first { $0.products != nil && $0.covers(product) }
  }

  /// What most of a vendor's products are.
  func habit(_ vendor: String) -> Vendor? { vendors[vendor]?.first { $0.products == nil } }

  /// Whether a vendor makes storage and nothing else.
  func makesStorage(_ vendor: String) -> Bool { storageVendors.contains(vendor) }

  func namesPhone(_ label: String) -> Bool {
    label.split { !$0.isLetter && !$0.isNumber }.contains { phoneWords.contains(String($0)) }
  }

  func namesWireless(_ label: String) -> Bool { wirelessWords.contains(where: label.contains) }
  func namesCardReader(_ label: String) -> Bool { cardReaderWords.contains(where: label.contains) }

  /// Whether a model's name says that it has a network card or Wi-Fi, as "DCP-T510W" does.
  func namesNetworkPrinter(_ name: String) -> Bool {
    let name = name.lowercased()
    if networkPrinterWords.contains(where: name.contains) { return true }
    return name.split { $0.isWhitespace || $0 == "_" }.contains { word in
      networkPrinterEndings.contains { ending in
        word.hasSuffix(ending) && word.dropLast(ending.count).last?.isNumber == true
      }
    }
  }
}
