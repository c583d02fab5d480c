import Testing

@testable import Documents

struct XmlScannerTests {
  /// Writes down what it gets.
  private struct Recorder: XmlHandler {
    var events: [String] = []

    mutating func start(_ tag: XmlTag, in xml: Span<UInt8>) {
      let attributes = tag.all(in: xml).map { " \($0.name)=\($0.value)" }.joined()
      var name: [UInt8] = []
      XmlText.append(tag.name, isPlain: true, in: xml, to: &name)
      events.append("<\(String(decoding: name, as: UTF8.self))\(attributes)")
    }

    mutating func text(_ range: Range<Int>, isPlain: Bool, in xml: Span<UInt8>) {
      var text: [UInt8] = []
      XmlText.append(range, isPlain: isPlain, in: xml, to: &text)
      events.append(String(decoding: text, as: UTF8.self))
    }

    mutating func end(_ code: UInt8) { events.append(">\(code)") }
  }

  private let vocabulary = XmlVocabulary(["a", "b"])

  private func scan(_ xml: String) throws -> [String] {
    var scanner = XmlScanner(vocabulary)
    var recorder = Recorder()
    try scanner.scan(Array(xml.utf8).span, &recorder)
    return recorder.events
  }

  @Test func reportsTagsAndText() throws {
    #expect(
      try scan(
        "\u{FEFF}<?xml version='1.0' encoding=\"utf-8\"?>\n<x:a x:k=\"1 &gt; 2\" l='>'>M&#7852;T<b/><!-- <c> --></x:a>\n"
      )
        == ["<a k=1 > 2 l=>", "MẬT", "<b", ">2", ">1"])
    #expect(try scan("<a><![CDATA[<b>&amp;]]></a>") == ["<a", "<b>&amp;", ">1"])
  }

  @Test(arguments: [
    "", "x", "<a>", "<a></b>", "</a>", "<a/><a/>", "<a>&unknown;</a>", "<!DOCTYPE a><a/>", "<a",
    "<a b=\"</a>", "<a><!-- </a>",
    "<?xml version='1.0' encoding='UTF-16'?><a/>", "<a>\0</a>", "<a><b</a>",
  ])
  func isNotSure(_ xml: String) {
    #expect(throws: XmlScanner.NotSure.self) { _ = try scan(xml) }
  }

  @Test func boundsDepth() {
    let deep = String(repeating: "<a>", count: 5000) + String(repeating: "</a>", count: 5000)
    #expect(throws: XmlScanner.NotSure.self) { _ = try scan(deep) }
  }

  @Test func normalizesWhatItIsNotSureOf() {
    let utf16 = Array("\u{FEFF}<a k=\"&amp;\">MẬT</a>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let result = XmlParser.parse(utf16, vocabulary) { Recorder() }
    #expect(result.isWellFormed && result.handler.events == ["<a k=&", "MẬT", ">1"])
    let broken = XmlParser.parse(Array("<a>một<b>hai".utf8), vocabulary) { Recorder() }
    #expect(!broken.isWellFormed && broken.handler.events.contains("hai"))
  }
}
