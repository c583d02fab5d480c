/// Everything that `rules/devices` tells of USB devices.
struct DeviceKnowledge: Sendable {
  let patterns: DevicePatterns
  let habits: VendorHabits
  let products: ProductTable

  /// Reads the files; throws `FileError` and `CollectionFailure`.
  init(rules: String) throws {
    patterns = try DevicePatterns(rules: rules)
    habits = try DataFile.decode(VendorHabits.self, "devices/vendors.yaml", in: rules)
    products = try ProductTable(rules: rules)
  }

  /// What a device is by its ids, surest table first.
  func listed(_ vendor: String, _ product: String) -> ProductTable.Entry? {
    let entry = products[vendor, product]
    if entry?.confidence == .high { return entry }
    if let entry = habits.listed(vendor, product) {
      return ProductTable.Entry(kind: entry.kind, confidence: entry.confidence)
    }
    return entry
  }
}
