/// Web addresses that stand as values in JSON text, of which only hosts are kept.
enum JSONAddresses {
  /// Every value of a key that holds a web address.
  static func all(in bytes: [UInt8], keys: [String] = ["url"]) -> [String] {
    var found: [String] = []
    bytes.withUnsafeBytes { text in
      for key in keys {
        let mark = Array("\"\(key)\":".utf8)
        var at = 0
        while let start = firstIndex(of: mark, in: text, from: at) {
          var value = start + mark.count
          while value < text.count, text[value] == 0x20 { value += 1 }
          at = value
          guard value < text.count, text[value] == UInt8(ascii: "\"") else { continue }
          let rest = text[(value + 1)...].prefix(300).prefix { $0 != UInt8(ascii: "\"") }
          found.append(String(decoding: rest, as: UTF8.self).replacing("\\/", with: "/"))
        }
      }
    }
    return found
  }
}
