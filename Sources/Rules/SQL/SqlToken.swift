/// A word of an SQL statement.
struct SqlToken {
  enum Kind {
    case word
    case quotedName
    case string
    case number
    case parameter
    case symbol
  }

  let kind: Kind
  let text: String
  /// Bytes from the start.
  let offset: Int

  /// Whether it is the given keyword.
  func isWord(_ word: String) -> Bool { kind == .word && text.uppercased() == word }

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
}

/// Splits SQL into tokens, without its comments.
struct SqlScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ sql: String) { bytes = Array(sql.utf8) }

  static func tokens(_ sql: String) -> [SqlToken] {
    var scanner = SqlScanner(sql)
    var tokens: [SqlToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  private func byte(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  private mutating func next() -> SqlToken? {
    skipBlanks()
    guard let first = byte() else { return nil }
    let start = position
    switch first {
    case UInt8(ascii: "'"): return quoted(by: first, as: .string)
    case UInt8(ascii: "\""), UInt8(ascii: "`"): return quoted(by: first, as: .quotedName)
    case UInt8(ascii: "["): return quoted(by: UInt8(ascii: "]"), as: .quotedName)
    case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "?"):
      position += 1
      skip(Self.isWordByte)
      return token(.parameter, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      skip { Self.isWordByte($0) || $0 == UInt8(ascii: ".") }
      return token(.number, from: start)
    case _ where Self.isWordByte(first):
      skip(Self.isWordByte)
      return token(.word, from: start)
    default:
      let pairs = ["<>", "!=", "<=", ">=", "==", "||", "<<", ">>"]
      let pair = String(decoding: bytes[start..<min(start + 2, bytes.count)], as: UTF8.self)
      position += pairs.contains(pair) ? 2 : 1
      return token(.symbol, from: start)
    }
  }

  private mutating func skipBlanks() {
    while let first = byte() {
      if first == UInt8(ascii: "-"), byte(1) == UInt8(ascii: "-") {
        skip { $0 != UInt8(ascii: "\n") }
      } else if first == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        position += 2
        while byte() != nil, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) {
          position += 1
        }
        position += 2
      } else if first <= UInt8(ascii: " ") {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func quoted(by end: UInt8, as kind: SqlToken.Kind) -> SqlToken {
    let start = position
    position += 1
    while let next = byte() {
      position += 1
      guard next == end else { continue }
      guard byte() == end else { break }
      position += 1
    }
    return token(kind, from: start)
  }

  private mutating func skip(_ test: (UInt8) -> Bool) {
    while let next = byte(), test(next) { position += 1 }
  }

  private func token(_ kind: SqlToken.Kind, from start: Int) -> SqlToken {
    let end = min(position, bytes.count)
    return SqlToken(kind: kind, text: String(decoding: bytes[start..<end], as: UTF8.self), offset: start)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
