import CXML2
import Markings

/// A quick look at a page without building its text: whether a marking can be in it.
///
/// It never says no to a page in whose text the finder would find a marking: it sees the page as it is written, its text
/// without tags, and what references stand for.
struct HtmlSkim {
  private static let longestReference = 32
  /// What changes letters in ways that are left to the full reading.
  private static let capitals = Array("text-transform".utf8)
  private static let fonts = [Array("face".utf8), Array("font-family".utf8)]

  /// Text without tags, spaces collapsed.
  private var text: [UInt8] = []
  /// Attributes with references, and values of properties.
  private var extras: [UInt8] = []

  /// Whether some of the forms of a page satisfies the body.
  static func mayMatch(_ page: UnsafeBufferPointer<UInt8>, _ body: ([UInt8]) -> Bool) -> Bool {
    let lower = page.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if lower.containsBytes(capitals) { return true }
    if fonts.contains(where: { lower.containsBytes($0) }), LegacyFont.mayBeNamed(in: lower) { return true }
    if body(Array(page)) { return true }
    var skim = HtmlSkim()
    skim.read(page)
    return body(skim.text) || body(skim.extras)
  }

  private mutating func read(_ page: UnsafeBufferPointer<UInt8>) {
    text.reserveCapacity(page.count)
    var at = 0
    while at < page.count {
      let byte = page[at]
      if byte == UInt8(ascii: "<"), let end = Self.tagEnd(page, at) {
        read(tag: UnsafeBufferPointer(rebasing: page[at..<end]))
        at = end
      } else if byte == UInt8(ascii: "&"), let (letter, end) = Self.reference(page, at) {
        add(letter, to: &text)
        at = end
      } else if byte <= 0x20 {
        if text.last != 0x20 { text.append(0x20) }
        at += 1
      } else {
        var end = at + 1
        while end < page.count, page[end] > 0x20, page[end] != UInt8(ascii: "<"),
          page[end] != UInt8(ascii: "&")
        {
          end += 1
        }
        text.append(contentsOf: page[at..<end])
        at = end
      }
    }
  }

  /// Where a tag or comment ends that starts at a position; nil where none does.
  private static func tagEnd(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start + 1 < page.count else { return nil }
    let next = page[start + 1]
    let isLetter = (0x41...0x5A).contains(next & 0xDF)
    guard isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    else {
      return nil
    }
    let isComment = page[start...].starts(with: "<!--".utf8)
    var quote: UInt8?
    var last: UInt8 = 0
    var at = start + 1
    while at < page.count {
      let byte = page[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        if !isComment || page[..<at].suffix(2).elementsEqual("--".utf8) { return at + 1 }
      } else if !isComment, byte == 0x22 || byte == 0x27, last == UInt8(ascii: "=") {
        quote = byte
      }
      if byte > 0x20 { last = byte }
      at += 1
    }
    return page.count
  }

  private mutating func read(tag: UnsafeBufferPointer<UInt8>) {
    let hasReference = tag.contains(UInt8(ascii: "&"))
    let isProperty = tag.count > 5 && tag[1] | 0x20 == UInt8(ascii: "m") && tag[2] | 0x20 == UInt8(ascii: "e")
    guard hasReference || isProperty else { return }
    extras.append(0x0A)
    var at = 0
    while at < tag.count {
      let byte = tag[at]
      if byte == UInt8(ascii: "&"), let (letter, end) = Self.reference(tag, at) {
        add(letter, to: &extras)
        at = end
      } else {
        // A property reads as its name, "=" and its value.
        if !(isProperty && (byte == 0x22 || byte == 0x27)) { extras.append(byte) }
        at += 1
      }
    }
  }

  private func add(_ letter: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: Array(String(Character(letter)).utf8))
  }

  /// The letter that a reference stands for, and where it ends.
  private static func reference(
    _ page: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (Unicode.Scalar, end: Int)? {
    var end = start + 1
    while end < page.count, end - start < longestReference, isName(page[end]) { end += 1 }
    let name = page[(start + 1)..<end]
    guard !name.isEmpty else { return nil }
    let hasEnd = end < page.count && page[end] == UInt8(ascii: ";")
    guard let value = value(of: name), let letter = Unicode.Scalar(value) else { return nil }
    return (letter, hasEnd ? end + 1 : end)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "#")
  }

  private static func value(of name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    if name.first == UInt8(ascii: "#") {
      let isHex = name.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      return UInt32(String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self), radix: isHex ? 16 : 10)
    }
    return (Array(name) + [0]).withUnsafeBufferPointer { htmlEntityLookup($0.baseAddress)?.pointee.value }
  }
}
