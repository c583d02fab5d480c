import Markings

/// Collects the rows of a worksheet, one line each with its cells in their columns, and its page headers and footers.
struct SheetText: XmlHandler {
  private enum Element: String, CaseIterable {
    case row, c, v, t, rPh, `is`, dataValidation, hyperlink
    case oddHeader, evenHeader, firstHeader, oddFooter, evenFooter, firstFooter
  }

  static let vocabulary = XmlVocabulary(Element.allCases.map(\.rawValue))
  private static let all = Element.allCases
  /// Columns beyond this stand one after the other, wherever they belong.
  private static let columnLimit = 256

  private(set) var parts = TextParts()
  private(set) var strings: SharedStrings
  private var row: [UInt8] = []
  private var column = 0
  private var nextColumn = 0
  private var isShared = false
  private var value: [UInt8] = []
  private var isInValue = false
  private var phoneticDepth = 0
  private var extra: [UInt8] = []

  init(page: Int, strings: SharedStrings) {
    self.strings = strings
    parts.page = page
  }

  mutating func start(_ tag: XmlTag, in xml: Span<UInt8>) {
    guard tag.code > 0 else { return }
    switch Self.all[Int(tag.code) - 1] {
    case .row:
      row.removeAll(keepingCapacity: true)
      (column, nextColumn) = (0, 0)
    case .c:
      isShared = tag.value("t", in: xml) == [UInt8(ascii: "s")]
      nextColumn = tag.value("r", in: xml).map { Self.column($0) } ?? nextColumn
      value.removeAll(keepingCapacity: true)
    case .v, .t: isInValue = phoneticDepth == 0
    case .rPh: phoneticDepth += 1
    case .is: break
    case .dataValidation:
      for name: StaticString in ["promptTitle", "prompt", "errorTitle", "error"] {
        if let text = tag.string(name, in: xml) { parts.add(.label, text) }
      }
    case .hyperlink:
      for name: StaticString in ["display", "tooltip"] {
        if let text = tag.string(name, in: xml) { parts.add(.label, text) }
      }
    case .oddHeader, .evenHeader, .firstHeader, .oddFooter, .evenFooter, .firstFooter:
      value.removeAll(keepingCapacity: true)
      isInValue = true
    }
  }

  mutating func text(_ range: Range<Int>, isPlain: Bool, in xml: Span<UInt8>) {
    if isInValue { XmlText.append(range, isPlain: isPlain, in: xml, to: &value) }
  }

  mutating func end(_ code: UInt8) {
    guard code > 0 else { return }
    switch Self.all[Int(code) - 1] {
    case .row: endRow()
    case .c: endCell()
    case .v, .t: isInValue = false
    case .rPh: phoneticDepth -= 1
    case .is, .dataValidation, .hyperlink: break
    case .oddHeader, .evenHeader, .firstHeader: endHeader(.header)
    case .oddFooter, .evenFooter, .firstFooter: endHeader(.footer)
    }
  }

  private mutating func endCell() {
    while column < min(nextColumn, Self.columnLimit) {
      row.append(0x09)
      column += 1
    }
    if isShared {
      let index = Int(String(decoding: value, as: UTF8.self).trimmingPrefix(" ")) ?? -1
      add(strings.string(index))
    } else {
      add(value[...])
    }
    nextColumn += 1
  }

  /// Adds a cell; one of several lines also stands apart, line by line.
  private mutating func add(_ text: ArraySlice<UInt8>) {
    guard text.contains(0x0A) else { return row += text }
    row += text.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }
    extra += text
    extra.append(0x0A)
  }

  private mutating func endRow() {
    parts.add(.body, row)
    if !extra.isEmpty { parts.add(echo: extra, .body) }
    extra.removeAll(keepingCapacity: true)
  }

  private mutating func endHeader(_ kind: TextPart.Kind) {
    isInValue = false
    for line in PrintHeader.lines(value) { parts.add(kind, line) }
  }

  /// The column of a cell reference such as "BC12", from 0.
  private static func column(_ reference: [UInt8]) -> Int {
    var column = 0
    for byte in reference.prefix(3) where (0x41...0x5A).contains(byte) {
      column = column * 26 + Int(byte) - 0x40
    }
    return max(0, column - 1)
  }
}
