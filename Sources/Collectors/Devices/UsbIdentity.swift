/// What tells one USB device from all others.
public enum UsbIdentity {
  /// Vendor, product and serial; nil without a serial that names one device and not a whole series.
  public static func of(_ vendor: String, _ product: String, _ serial: String?) -> String? {
    guard let serial, isOwn(serial) else { return nil }
    return "\(vendor.lowercased()):\(product.lowercased()):\(serial)"
  }

  /// Whether a serial can name one device: not short, not one or two digits over and over, not a counting row, not the
  /// ids that factories leave in.
  public static func isOwn(_ serial: String) -> Bool {
    let text = serial.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != ":" }
    guard text.count >= 4, Set(text).count > 2 else { return false }
    if wellKnown.contains(text) { return false }
    return !rows.contains { $0.contains(text) }
  }

  private static let rows = [
    "0123456789ABCDEF0123456789ABCDEF", "1234567890ABCDEF1234567890ABCDEF", "12345678901234567890",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "FEDCBA9876543210", "9876543210",
    "00000000000000000000000000000001234567890",
  ]

  private static let wellKnown: Set<String> = [
    "AA00000000000489", "000000000001", "000000000002", "000000000000", "11111111", "SERIAL", "SERIALNUMBER",
    "NONE", "NULL", "UNKNOWN", "DEFAULT", "TOBEFILLEDBYOEM", "SN0000000001", "000000001532", "CCCCBBBBAAAA",
    "DEADBEEF", "12345678ABCD", "123456789ABC", "000001000000", "00E04C000001", "201006010301",
    "20090516388200000",
    "058F63666433", "058F63646476", "AMSC", "ANDROID", "MT65XX", "0123456789ABCDEF",
  ]
}
