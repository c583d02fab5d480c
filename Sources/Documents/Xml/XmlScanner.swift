/// A strict, fast scanner for the XML that office programs write: UTF-8, no document type, well nested.
///
/// It says so where it is not sure; such a document goes through libxml2 first.
struct XmlScanner {
  /// The bytes are XML that this scanner does not judge, or no XML.
  struct NotSure: Error {}

  private static let depthLimit = 1000

  private let vocabulary: XmlVocabulary
  private var stack: [(hash: XmlVocabulary.Hash, code: UInt8)] = []
  private var at = 0

  init(_ vocabulary: XmlVocabulary) { self.vocabulary = vocabulary }

  /// Hands a whole document to a handler; throws `NotSure`, also where it breaks off.
  mutating func scan(_ xml: Span<UInt8>, _ handler: inout some XmlHandler) throws(NotSure) {
    at = xml.count >= 3 && xml[0] == 0xEF && xml[1] == 0xBB && xml[2] == 0xBF ? 3 : 0
    stack.removeAll(keepingCapacity: true)
    var hasRoot = false
    while at < xml.count {
      if xml[at] != UInt8(ascii: "<") {
        try text(xml, &handler)
        continue
      }
      guard at + 1 < xml.count else { throw NotSure() }
      switch xml[at + 1] {
      case UInt8(ascii: "/"): try endTag(xml, &handler)
      case UInt8(ascii: "!"): try declaration(xml, &handler)
      case UInt8(ascii: "?"): try instruction(xml)
      default:
        if stack.isEmpty, hasRoot { throw NotSure() }
        hasRoot = true
        try startTag(xml, &handler)
      }
    }
    guard hasRoot, stack.isEmpty else { throw NotSure() }
  }

  private mutating func text(_ xml: Span<UInt8>, _ handler: inout some XmlHandler) throws(NotSure) {
    let start = at
    var isPlain = true
    while at < xml.count {
      let byte = xml[at]
      if byte == UInt8(ascii: "<") { break }
      if byte == UInt8(ascii: "&") { isPlain = false }
      if byte == 0 { throw NotSure() }
      at += 1
    }
    if !isPlain, !XmlText.isDecodable(start..<at, xml) { throw NotSure() }
    if !stack.isEmpty { handler.text(start..<at, isPlain: isPlain, in: xml) }
  }

  private mutating func startTag(_ xml: Span<UInt8>, _ handler: inout some XmlHandler) throws(NotSure) {
    at += 1
    var hash = XmlVocabulary.Hash()
    var nameStart = at
    scan: while at < xml.count {
      let byte = xml[at]
      switch byte {
      case UInt8(ascii: ":"):
        hash = XmlVocabulary.Hash()
        nameStart = at + 1
      case UInt8(ascii: " "), UInt8(ascii: ">"), UInt8(ascii: "/"), 9, 10, 13: break scan
      case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "="), 0: throw NotSure()
      default: hash.add(byte)
      }
      at += 1
    }
    let name = nameStart..<at
    guard !name.isEmpty else { throw NotSure() }
    while at < xml.count, xml[at] != UInt8(ascii: ">") {
      let byte = xml[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        at += 1
        while at < xml.count, xml[at] != byte { at += 1 }
      } else if byte == UInt8(ascii: "<") {
        throw NotSure()
      }
      at += 1
    }
    guard at < xml.count else { throw NotSure() }
    let isEmpty = xml[at - 1] == UInt8(ascii: "/")
    let code = vocabulary.code(hash)
    let attributes = name.upperBound..<max(name.upperBound, isEmpty ? at - 1 : at)
    at += 1
    handler.start(XmlTag(code: code, name: name, attributes: attributes), in: xml)
    if isEmpty { return handler.end(code) }
    guard stack.count < Self.depthLimit else { throw NotSure() }
    stack.append((hash, code))
  }

  private mutating func endTag(_ xml: Span<UInt8>, _ handler: inout some XmlHandler) throws(NotSure) {
    at += 2
    var hash = XmlVocabulary.Hash()
    while at < xml.count, xml[at] != UInt8(ascii: ">") {
      let byte = xml[at]
      if byte == UInt8(ascii: ":") {
        hash = XmlVocabulary.Hash()
      } else if byte > 0x20 {
        hash.add(byte)
      }
      at += 1
    }
    guard at < xml.count, let top = stack.popLast(), top.hash == hash else { throw NotSure() }
    at += 1
    handler.end(top.code)
  }

  /// A comment or a CDATA section; a document type is for libxml2.
  private mutating func declaration(_ xml: Span<UInt8>, _ handler: inout some XmlHandler) throws(NotSure) {
    if begins(xml, "<!--") {
      at = try after(xml, "-->", from: at + 4)
    } else if begins(xml, "<![CDATA["), !stack.isEmpty {
      let start = at + 9
      at = try after(xml, "]]>", from: start)
      handler.text(start..<(at - 3), isPlain: true, in: xml)
    } else {
      throw NotSure()
    }
  }

  private mutating func instruction(_ xml: Span<UInt8>) throws(NotSure) {
    let start = at
    at = try after(xml, "?>", from: at + 2)
    guard start <= 3 else { return }
    let end = at - 2
    let tag = XmlTag(code: 0, name: start..<start, attributes: min(end, start + 5)..<end)
    guard let encoding = tag.value("encoding", in: xml) else { return }
    guard ["utf-8", "us-ascii"].contains(String(decoding: encoding, as: UTF8.self).lowercased()) else {
      throw NotSure()
    }
  }

  private func begins(_ xml: Span<UInt8>, _ word: StaticString) -> Bool { matches(xml, word, at) }

  private func matches(_ xml: Span<UInt8>, _ word: StaticString, _ position: Int) -> Bool {
    guard position + word.utf8CodeUnitCount <= xml.count else { return false }
    for index in 0..<word.utf8CodeUnitCount where xml[position + index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  private func after(_ xml: Span<UInt8>, _ word: StaticString, from start: Int) throws(NotSure) -> Int {
    var position = start
    while position < xml.count {
      if matches(xml, word, position) { return position + word.utf8CodeUnitCount }
      position += 1
    }
    throw NotSure()
  }
}
