import Facts
import LinuxHost

/// Products of USB devices by kind, as `rules/devices/products.txt` lists them.
struct ProductTable {
  struct Entry: Equatable {
    let kind: UsbKind
    let confidence: Confidence
  }

  private struct Span {
    let first: UInt16
    let last: UInt16
    let entry: Entry
  }

  private var spans: [UInt16: [Span]] = [:]

  static let file = "devices/products.txt"

  /// Reads the file; a line of no known kind or with an ill-formed id is an error that names it.
  init(rules: String) throws {
    let bytes = try FileTree(root: rules).read(Self.file)
    try bytes.withUnsafeBytes { buffer in
      var number = 0
      var start = 0
      while start < buffer.count {
        number += 1
        var end = start
        while end < buffer.count, buffer[end] != UInt8(ascii: "\n") { end += 1 }
        let line = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        if !line.isEmpty, line[0] != UInt8(ascii: "#"), !read(line) {
          throw CollectionFailure(.error, .damaged, detail: "rules/\(Self.file):\(number)")
        }
        start = end + 1
      }
    }
  }

  /// What the table says of a device; ids are four hex digits.
  subscript(vendor: String, product: String) -> Entry? {
    guard let vendor = UInt16(vendor, radix: 16), let product = UInt16(product, radix: 16) else { return nil }
    return spans[vendor]?.first { $0.first <= product && product <= $0.last }?.entry
  }

  /// Takes in "kind confidence vendor product first-last …"; false for any other line.
  private mutating func read(_ line: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    guard let kind = UsbKind(rawValue: Self.word(line, &at)),
      let confidence = Confidence(rawValue: Self.word(line, &at)), let vendor = Self.id(line, &at)
    else { return false }
    let entry = Entry(kind: kind, confidence: confidence)
    var found = spans[vendor] ?? []
    let before = found.count
    while at < line.count, line[at] == UInt8(ascii: " ") {
      at += 1
      guard let first = Self.id(line, &at) else { return false }
      var last = first
      if at < line.count, line[at] == UInt8(ascii: "-") {
        at += 1
        guard let end = Self.id(line, &at), end >= first else { return false }
        last = end
      }
      found.append(Span(first: first, last: last, entry: entry))
    }
    spans[vendor] = found
    return at == line.count && found.count > before
  }

  /// The word at a place, and the place behind the blank that follows.
  private static func word(_ line: UnsafeRawBufferPointer, _ at: inout Int) -> String {
    let start = at
    while at < line.count, line[at] != UInt8(ascii: " ") { at += 1 }
    let word = String(decoding: line[start..<at], as: UTF8.self)
    if at < line.count { at += 1 }
    return word
  }

  /// Four lower-case hexadecimal digits at a place.
  private static func id(_ line: UnsafeRawBufferPointer, _ at: inout Int) -> UInt16? {
    let digits = 4
    guard at + digits <= line.count else { return nil }
    var value: UInt16 = 0
    for index in at..<at + digits {
      let byte = line[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
      case 0x61...0x66: value = value << 4 | UInt16(byte - 0x61 + 10)
      default: return nil
      }
    }
    at += digits
    return value
  }
}
