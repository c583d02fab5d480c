/// Cuts Rich Text Format (specification 1.9.1) into its tokens.
struct RtfLexer {
  enum Token {
    case open
    case close
    /// A control word and its number.
    case word(String, Int?)
    /// A control symbol other than a hexadecimal byte.
    case symbol(UInt8)
    case hex(UInt8)
    case text(Range<Int>)
    /// Raw bytes of a `\bin`.
    case binary(Range<Int>)
  }

  private static let wordLimit = 32
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"): return single(.open)
      case UInt8(ascii: "}"): return single(.close)
      case UInt8(ascii: "\\"): return control()
      case 0x0A, 0x0D, 0x00: position += 1
      default: return text()
      }
    }
    return nil
  }

  private mutating func single(_ token: Token) -> Token {
    position += 1
    return token
  }

  private mutating func text() -> Token {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), 0x0A, 0x0D, 0x00:
        return .text(start..<position)
      default: position += 1
      }
    }
    return .text(start..<position)
  }

  private mutating func control() -> Token? {
    position += 1
    guard position < bytes.count else { return nil }
    let first = bytes[position]
    guard Self.isLetter(first) else {
      position += 1
      if first == UInt8(ascii: "'") { return hex() }
      return .symbol(first)
    }
    let start = position
    while position < bytes.count, Self.isLetter(bytes[position]), position - start < Self.wordLimit {
      position += 1
    }
    let name = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    let value = number()
    if position < bytes.count, bytes[position] == 0x20 { position += 1 }
    guard name == "bin" else { return .word(name, value) }
    let end = min(bytes.count, position + max(0, value ?? 0))
    defer { position = end }
    return .binary(position..<end)
  }

  private mutating func number() -> Int? {
    var at = position
    var isNegative = false
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") {
      isNegative = true
      at += 1
    }
    let digits = at
    var value = 0
    while at < bytes.count, at - digits < 10, (0x30...0x39).contains(bytes[at]) {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > digits else { return nil }
    position = at
    return isNegative ? -value : value
  }

  private mutating func hex() -> Token {
    guard position + 1 < bytes.count, let high = Self.digit(bytes[position]),
      let low = Self.digit(bytes[position + 1])
    else { return .symbol(UInt8(ascii: "'")) }
    position += 2
    return .hex(high << 4 | low)
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
