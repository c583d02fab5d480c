/// References in the text and the attributes of XML.
enum XmlText {
  /// Longest reference that is decoded, with "&" and ";".
  private static let referenceLimit = 12

  /// Whether every reference is one of XML's own or a number.
  static func isDecodable(_ range: Range<Int>, _ xml: Span<UInt8>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      if xml[at] == UInt8(ascii: "&") {
        guard let (_, next) = reference(at, range.upperBound, xml) else { return false }
        at = next
      } else {
        at += 1
      }
    }
    return true
  }

  /// Appends a stretch of text, its references resolved; one that is unknown stays as it is written.
  static func append(_ range: Range<Int>, isPlain: Bool, in xml: Span<UInt8>, to bytes: inout [UInt8]) {
    if isPlain { return copy(range, xml, &bytes) }
    var at = range.lowerBound
    var start = at
    while at < range.upperBound {
      if xml[at] == UInt8(ascii: "&"), let (scalar, next) = reference(at, range.upperBound, xml) {
        copy(start..<at, xml, &bytes)
        bytes.append(contentsOf: Array(String(Character(scalar)).utf8))
        at = next
        start = next
      } else {
        at += 1
      }
    }
    copy(start..<range.upperBound, xml, &bytes)
  }

  private static func copy(_ range: Range<Int>, _ xml: Span<UInt8>, _ bytes: inout [UInt8]) {
    guard !range.isEmpty else { return }
    xml.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// The letter that a reference stands for, and where it ends.
  private static func reference(_ at: Int, _ end: Int, _ xml: Span<UInt8>) -> (Unicode.Scalar, Int)? {
    var last = at + 1
    while last < end, last - at < referenceLimit, xml[last] != UInt8(ascii: ";") { last += 1 }
    guard last < end, xml[last] == UInt8(ascii: ";") else { return nil }
    var name: [UInt8] = []
    copy((at + 1)..<last, xml, &name)
    guard let scalar = scalar(name) else { return nil }
    return (scalar, last + 1)
  }

  private static func scalar(_ name: [UInt8]) -> Unicode.Scalar? {
    if name.first == UInt8(ascii: "#") {
      let isHex = name.count > 1 && name[1] | 0x20 == UInt8(ascii: "x")
      let digits = String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self)
      return UInt32(digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
    }
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: return nil
    }
  }
}

extension XmlTag {
  /// The value of an attribute by its local name, references resolved; nil where it is absent.
  func value(_ name: StaticString, in xml: Span<UInt8>) -> [UInt8]? {
    guard let range = find(name, in: xml) else { return nil }
    var bytes: [UInt8] = []
    XmlText.append(range, isPlain: false, in: xml, to: &bytes)
    return bytes
  }

  /// The value as text; nil where it is absent or empty.
  func string(_ name: StaticString, in xml: Span<UInt8>) -> String? {
    guard let bytes = value(name, in: xml), !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A small number; nil where there is none.
  func number(_ name: StaticString, in xml: Span<UInt8>) -> Int? {
    string(name, in: xml).flatMap { Int($0) }
  }

  /// Whether the element switches something on (ECMA-376, ST_OnOff): present, and not "0" or "false".
  func isOn(in xml: Span<UInt8>) -> Bool {
    guard let value = string("val", in: xml) else { return true }
    return !["0", "false", "off", "none"].contains(value)
  }

  /// Every attribute: the local name and the value.
  func all(in xml: Span<UInt8>) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    walk(xml) { name, value in
      var nameBytes: [UInt8] = []
      var bytes: [UInt8] = []
      XmlText.append(name, isPlain: true, in: xml, to: &nameBytes)
      XmlText.append(value, isPlain: false, in: xml, to: &bytes)
      found.append((String(decoding: nameBytes, as: UTF8.self), String(decoding: bytes, as: UTF8.self)))
      return true
    }
    return found
  }

  private func find(_ name: StaticString, in xml: Span<UInt8>) -> Range<Int>? {
    var found: Range<Int>?
    walk(xml) { other, value in
      guard other.count == name.utf8CodeUnitCount else { return true }
      for index in 0..<other.count where xml[other.lowerBound + index] != name.utf8Start[index] {
        return true
      }
      found = value
      return false
    }
    return found
  }

  /// Visits local names and values in order until the body returns false.
  private func walk(_ xml: Span<UInt8>, _ body: (Range<Int>, Range<Int>) -> Bool) {
    var at = attributes.lowerBound
    let end = attributes.upperBound
    while at < end {
      while at < end, xml[at] <= 0x20 { at += 1 }
      var start = at
      while at < end, xml[at] != UInt8(ascii: "="), xml[at] > 0x20 {
        if xml[at] == UInt8(ascii: ":") { start = at + 1 }
        at += 1
      }
      let name = start..<max(start, at)
      while at < end, xml[at] != UInt8(ascii: "\""), xml[at] != UInt8(ascii: "'") { at += 1 }
      guard at < end else { return }
      let quote = xml[at]
      let valueStart = at + 1
      at = valueStart
      while at < end, xml[at] != quote { at += 1 }
      if !body(name, valueStart..<min(at, end)) { return }
      at += 1
    }
  }
}
