import Markings

/// The strings that the cells of a workbook share (ECMA-376, 18.4).
struct SharedStrings: XmlHandler {
  private enum Element: String, CaseIterable { case si, t, rPh, r, rPr, rFont }

  static let vocabulary = XmlVocabulary(Element.allCases.map(\.rawValue))
  private static let all = Element.allCases

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var used: [Bool] = []
  private var textDepth = 0
  private var phoneticDepth = 0
  /// The font of the text from `runStart` on, and that of the run that is read.
  private var font: String?
  private var next: String?
  private var runStart = 0

  var count: Int { ends.count }

  /// A string by its place; empty where there is none.
  mutating func string(_ index: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(index) else { return [] }
    if used.count != ends.count { used = [Bool](repeating: false, count: ends.count) }
    used[index] = true
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The strings that no cell showed so far.
  func unused() -> [ArraySlice<UInt8>] {
    ends.indices.filter { used.isEmpty || !used[$0] }.map { bytes[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]] }
  }

  mutating func start(_ tag: XmlTag, in xml: Span<UInt8>) {
    guard tag.code > 0 else { return }
    switch Self.all[Int(tag.code) - 1] {
    case .si, .rPr: break
    case .t: textDepth += 1
    case .rPh: phoneticDepth += 1
    case .r: next = nil
    case .rFont: next = tag.string("val", in: xml).flatMap { LegacyFont.isLegacy($0) ? $0 : nil }
    }
  }

  mutating func text(_ range: Range<Int>, isPlain: Bool, in xml: Span<UInt8>) {
    guard textDepth > 0, phoneticDepth == 0 else { return }
    if next != font { settle(to: next) }
    XmlText.append(range, isPlain: isPlain, in: xml, to: &bytes)
  }

  mutating func end(_ code: UInt8) {
    guard code > 0 else { return }
    switch Self.all[Int(code) - 1] {
    case .si:
      settle(to: nil)
      next = nil
      ends.append(bytes.count)
    case .t: textDepth -= 1
    case .rPh: phoneticDepth -= 1
    case .r: next = nil
    case .rPr, .rFont: break
    }
  }

  /// Turns the letters of the font so far into what it shows: a letter and its mark may stand in two runs.
  private mutating func settle(to next: String?) {
    if let font, runStart < bytes.count {
      let text = LegacyFont.decode(String(decoding: bytes[runStart...], as: UTF8.self), font: font)
      bytes.replaceSubrange(runStart..., with: text.utf8)
    }
    (font, runStart) = (next, bytes.count)
  }
}
