/// Writes JSON with indented lines and sorted members.
///
/// Characters that a terminal would obey or hide are named by `\u`.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private var depth = 0

  static func text(of value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value)
    writer.raw("\n")
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .flag(let flag): raw(flag ? "true" : "false")
    case .number(let number): raw(String(number))
    case .text(let string): write(string)
    case .list(let items):
      lines(items, "[", "]") { $0.write($1) }
    case .object(let members):
      lines(members.sorted { $0.name < $1.name }, "{", "}") { writer, member in
        writer.write(member.name)
        writer.raw(" : ")
        writer.write(member.value)
      }
    }
  }

  /// One item a line, two blanks deeper than what holds it.
  private mutating func lines<Item>(
    _ items: [Item], _ open: String, _ close: String, _ body: (inout JSONWriter, Item) -> Void
  ) {
    raw(open)
    depth += 1
    for (index, item) in items.enumerated() {
      if index > 0 { raw(",") }
      breakLine()
      body(&self, item)
    }
    depth -= 1
    if !items.isEmpty { breakLine() }
    raw(close)
  }

  private mutating func breakLine() {
    raw("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    if string.utf8.allSatisfy(Self.isPlain) || !string.unicodeScalars.contains(where: Self.needsEscape) {
      raw(string)
    } else {
      for scalar in string.unicodeScalars { write(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": raw("\\\"")
    case "\\": raw("\\\\")
    case "\n": raw("\\n")
    case _ where Self.needsEscape(scalar):
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        raw("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      }
    default: raw(String(scalar))
    }
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "\\" || Printable.isUnsafe(scalar)
  }
}
