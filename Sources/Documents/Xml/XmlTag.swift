/// A start tag: where its attributes stand, and the code that the vocabulary gives its name, 0 for others.
struct XmlTag {
  var code: UInt8
  /// The local name.
  var name: Range<Int>
  var attributes: Range<Int>
}

/// Receives the tags and the text of an XML document; positions are those of the bytes that every call gets.
protocol XmlHandler {
  mutating func start(_ tag: XmlTag, in xml: Span<UInt8>)
  /// A stretch of text between two tags; `isPlain` where it holds no references.
  mutating func text(_ range: Range<Int>, isPlain: Bool, in xml: Span<UInt8>)
  /// The end of an element, by the code of its name.
  mutating func end(_ code: UInt8)
}
