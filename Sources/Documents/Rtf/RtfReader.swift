import Markings

/// Reads the text of Rich Text Format (specification 1.9.1), wherever it stands, and the objects that it embeds.
struct RtfReader {
  /// Groups that may be open at once.
  static let depthLimit = 4096
  /// Bytes of all embedded objects together.
  static let dataLimit = 128 << 20

  private struct Group {
    var place = RtfPlace.text(.body)
    var font = 0
    /// Bytes that stand after a Unicode letter for readers that do not know it.
    var fallback = 1
    /// Set after `\*`: a destination that is not known is to be skipped.
    var isOptional = false
    /// Set after `\upr`: the group that follows repeats the text in bytes.
    var skipsNextGroup = false
    var isHidden = false
    var isDeleted = false

    /// Where text that stands in a place of the document goes, seeing whether it is shown.
    func kind(_ kind: TextPart.Kind) -> TextPart.Kind { isDeleted ? .deleted : isHidden ? .hidden : kind }
  }

  private var groups: [Group] = []
  private var group = Group()
  private var fonts = RtfFonts()
  private var standardFont = 0
  private var skip = 0

  private var collector = TextCollector()
  private var run = ""
  private var runBytes: [UInt8] = []
  private var runCode = RtfFonts.Code.codePage(1252)
  private var surrogate: UInt16?
  private var value = ""
  private var name = ""
  private var data: [UInt8] = []
  private var nibble: UInt8?
  private var dataSize = 0
  private var isPartial = false

  /// Embedded objects, as the file stores them.
  private(set) var objects: [[UInt8]] = []

  private init() {}

  /// The text and the embedded objects of a file; throws `Unreadable`.
  static func read(_ bytes: [UInt8]) throws(Unreadable) -> (extract: Extract, objects: [[UInt8]]) {
    guard bytes.starts(with: "{\\rtf".utf8) else { throw Unreadable(.damaged) }
    var reader = RtfReader()
    var failure: Unreadable?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(Unreadable) { try reader.read(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    try reader.endRun()
    var extract = Extract(.rtf, reader.collector.parts())
    extract.isPartial = reader.isPartial || !reader.groups.isEmpty
    return (extract, reader.objects)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(Unreadable) {
    var lexer = RtfLexer(bytes)
    while let token = lexer.next() {
      switch token {
      case .open: try open()
      case .close:
        try close()
        if groups.isEmpty { return }
      case .word(let word, let value): try take(word, value)
      case .symbol(let symbol): try take(symbol: symbol)
      case .hex(let byte): try put(byte)
      case .text(let range): for byte in bytes[range] { try put(byte) }
      case .binary(let range):
        if skip > 0 { skip -= 1 } else if group.place == .data { try add(data: bytes[range]) }
      }
    }
  }

  // MARK: Groups

  private mutating func open() throws(Unreadable) {
    guard groups.count < Self.depthLimit else { throw Unreadable(.tooLarge) }
    groups.append(group)
    skip = 0
    if group.skipsNextGroup {
      groups[groups.count - 1].skipsNextGroup = false
      group.place = .nothing
    }
    group.isOptional = false
    group.skipsNextGroup = false
  }

  private mutating func close() throws(Unreadable) {
    skip = 0
    guard let outer = groups.popLast() else { return }
    if outer.isHidden != group.isHidden || outer.isDeleted != group.isDeleted { try endRun() }
    if outer.place != group.place {
      try endRun()
      try leave(group.place)
    }
    group = outer
  }

  /// Moves a group to another place.
  private mutating func enter(_ place: RtfPlace) throws(Unreadable) {
    guard group.place != .nothing, group.place != place else { return }
    try endRun()
    group.place = place
    switch place {
    case .property, .userName, .userValue, .shapeName, .shapeValue, .instruction: value = ""
    case .data: (data, nibble) = ([], nil)
    case .text(let kind) where kind != .body: collector.endText(kind)
    default: break
    }
  }

  /// What a place collected is complete.
  private mutating func leave(_ place: RtfPlace) throws(Unreadable) {
    switch place {
    case .text(let kind) where kind != .body: collector.endText(kind)
    case .property(let name): if !value.isEmpty { try collector.addLines("\(name)=\(value)", .property) }
    case .userName, .shapeName: name = value
    case .userValue: if !value.isEmpty { try collector.addLines("\(name)=\(value)", .property) }
    case .shapeValue: if let kind = shapeText { try collector.addLines(value, kind) }
    case .instruction: if !value.isEmpty { try collector.addLines(value, .label) }
    case .data:
      if !data.isEmpty { objects.append(data) }
      data = []
    default: break
    }
    value = ""
  }

  /// Where the value of a shape's property goes: WordArt, and what is read aloud for a picture; nil for all others.
  private var shapeText: TextPart.Kind? {
    switch name {
    case "gtextUNICODE":
      groups.contains { $0.place == .text(.header) || $0.place == .text(.footer) } ? .watermark : .textBox
    case "wzDescription": .label
    default: nil
    }
  }

  // MARK: Control words

  private mutating func take(_ word: String, _ number: Int?) throws(Unreadable) {
    if skip > 0 {
      skip -= 1
      return
    }
    let isOptional = group.isOptional
    group.isOptional = false
    if let place = RtfPlace.destination(word) { return try enter(place) }
    if isOptional, !RtfPlace.isTransparent(word) { return try enter(.nothing) }
    let value = number ?? 1
    switch word {
    case "par", "line", "softline", "sect", "page", "softpage", "column", "cell", "row", "nestcell",
      "nestrow":
      try endLine()
    case "tab": try put("\t")
    case "emdash": try put("—")
    case "endash": try put("–")
    case "bullet": try put("•")
    case "lquote": try put("‘")
    case "rquote": try put("’")
    case "ldblquote": try put("“")
    case "rdblquote": try put("”")
    case "emspace", "enspace", "qmspace": try put(" ")
    case "u": try put(unit: UInt16(truncatingIfNeeded: number ?? 0x3F))
    case "uc": group.fallback = min(max(0, value), 64)
    case "plain":
      try endRun()
      (group.font, group.isHidden, group.isDeleted) = (standardFont, false, false)
    case "v":
      try endRun()
      group.isHidden = value != 0
    case "deleted":
      try endRun()
      group.isDeleted = value != 0
    case "deff": (standardFont, group.font) = (number ?? 0, number ?? 0)
    case "ansicpg": fonts.standardCodePage = value
    case "mac": fonts.standardCodePage = 10000
    case "upr": group.skipsNextGroup = true
    case "f":
      if group.place == .fonts { fonts.take(word, number ?? 0) } else { group.font = number ?? 0 }
    case "fcharset", "cpg": fonts.take(word, value)
    default: break
    }
  }

  private mutating func take(symbol: UInt8) throws(Unreadable) {
    switch symbol {
    case UInt8(ascii: "*"): group.isOptional = true
    case UInt8(ascii: "~"): try put("\u{A0}")
    case UInt8(ascii: "_"): try put("-")
    case 0x0A, 0x0D: try endLine()
    case 0x09: try put("\t")
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): try put(symbol)
    default: if skip > 0 { skip -= 1 }
    }
  }

  // MARK: Text

  private mutating func put(_ byte: UInt8) throws(Unreadable) {
    if skip > 0 {
      skip -= 1
      return
    }
    switch group.place {
    case .nothing: return
    case .fonts: return fonts.take(byte)
    case .data: return try add(digit: byte)
    default: break
    }
    try useFont()
    if surrogate != nil { surrogate = nil }
    runBytes.append(byte)
  }

  private mutating func put(_ text: String) throws(Unreadable) {
    if skip > 0 {
      skip -= 1
      return
    }
    guard group.place != .nothing, group.place != .fonts, group.place != .data else { return }
    try useFont()
    decodeBytes()
    run += text
  }

  /// A UTF-16 unit; those of the private block of symbol fonts stand for bytes.
  private mutating func put(unit: UInt16) throws(Unreadable) {
    defer { skip = group.fallback }
    if group.place == .fonts { return fonts.take(UInt8(clamping: unit)) }
    guard group.place != .nothing, group.place != .data else { return }
    try useFont()
    decodeBytes()
    if (0xD800..<0xDC00).contains(unit) {
      surrogate = unit
    } else if (0xDC00..<0xE000).contains(unit) {
      if let high = surrogate { run += String(decoding: [high, unit], as: UTF16.self) }
      surrogate = nil
    } else {
      let value = (0xF020...0xF0FF).contains(unit) ? unit - 0xF000 : unit
      if let scalar = Unicode.Scalar(value) { run.unicodeScalars.append(scalar) }
    }
  }

  private mutating func useFont() throws(Unreadable) {
    let code = fonts.code(group.font)
    guard code != runCode else { return }
    try endRun()
    runCode = code
  }

  private mutating func decodeBytes() {
    guard !runBytes.isEmpty else { return }
    switch runCode {
    case .legacy: run += Windows1252.letters(runBytes)
    case .codePage(let number): run += Charset.text(runBytes, codePage: number)
    }
    runBytes.removeAll(keepingCapacity: true)
  }

  private mutating func endRun() throws(Unreadable) {
    decodeBytes()
    guard !run.isEmpty else { return }
    var text = run
    if case .legacy(let font) = runCode { text = font.text(run) }
    run = ""
    switch group.place {
    case .text(let kind): try collector.add(text, group.kind(kind))
    default: if value.utf8.count < 1 << 20 { value += text } else { isPartial = true }
    }
  }

  private mutating func endLine() throws(Unreadable) {
    if skip > 0 {
      skip -= 1
      return
    }
    try endRun()
    switch group.place {
    case .text(let kind):
      collector.endLine(kind)
      collector.endText(.hidden)
      collector.endText(.deleted)
    case .property, .userValue, .shapeValue, .instruction: value += "\n"
    default: break
    }
  }

  // MARK: Objects

  private mutating func add(digit byte: UInt8) throws(Unreadable) {
    guard let digit = RtfLexer.digit(byte) else { return }
    guard let high = nibble else {
      nibble = digit
      return
    }
    nibble = nil
    data.append(high << 4 | digit)
    dataSize += 1
    if dataSize > Self.dataLimit { throw Unreadable(.tooLarge) }
  }

  private mutating func add(data bytes: Slice<UnsafeBufferPointer<UInt8>>) throws(Unreadable) {
    dataSize += bytes.count
    if dataSize > Self.dataLimit { throw Unreadable(.tooLarge) }
    data += bytes
  }
}
