import GRDB

/// Names of properties in camel case and of their columns in snake case, in ASCII: `firstSeen` and `first_seen`.
///
/// It does what GRDB's own strategies do, which take more time than the writing of a row.
enum ColumnName {
  static let encoding = DatabaseColumnEncodingStrategy.custom { column(of: $0.stringValue) }
  static let decoding = DatabaseColumnDecodingStrategy.custom { Key(stringValue: property(of: $0)) }

  static func column(of property: String) -> String {
    var bytes: [UInt8] = []
    for byte in property.utf8 {
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if isUpper { bytes.append(UInt8(ascii: "_")) }
      bytes.append(isUpper ? byte | 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func property(of column: String) -> String {
    var bytes: [UInt8] = []
    var opensWord = false
    for byte in column.utf8 {
      if byte == UInt8(ascii: "_") {
        opensWord = true
        continue
      }
      let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      bytes.append(opensWord && isLower ? byte & ~0x20 : byte)
      opensWord = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
