import Crypto
import ParseWire

/// A piece of the cache file: entries, and an authentication code that covers them and the piece before.
struct CacheSegment {
  static let codeSize = 32
  private static let headSize = 8
  /// Class of an entry whose answer stands behind the classes.
  private static let rowMark: UInt16 = 0xFFFF

  var keys: [UInt64] = []
  var classes: [UInt16] = []
  var replies: [UInt64: CachedReply] = [:]

  /// The bytes of entries that follow a segment with the code `previous`, and their own code.
  static func encode(
    _ entries: [CacheEntry], secret: SymmetricKey, previous: [UInt8]
  ) -> (bytes: [UInt8], code: [UInt8]) {
    var rows: [UInt8] = []
    var classes: [UInt8] = []
    var bytes: [UInt8] = []
    bytes.reserveCapacity(headSize + entries.count * 10 + codeSize)
    for entry in entries {
      switch entry.result {
      case .counted(let kind): append(kind.raw, to: &classes)
      case .reply(let cached):
        append(rowMark, to: &classes)
        for part in [cached.reply.encoded(), Array(cached.sha256.utf8)] {
          append(UInt16(part.count), to: &rows)
          rows += part
        }
      }
    }
    append(UInt32(entries.count), to: &bytes)
    append(UInt32(rows.count), to: &bytes)
    for entry in entries { append(entry.key, to: &bytes) }
    bytes += classes
    bytes += rows
    let code = code(bytes[...], secret, previous)
    return (bytes + code, code)
  }

  /// Takes the segment at the start of `bytes`, with its code; returns where it ends, nil where none stands whole and unaltered.
  mutating func add(
    _ bytes: ArraySlice<UInt8>, secret: SymmetricKey, previous: inout [UInt8], rules: Int
  ) -> Int? {
    guard bytes.count >= Self.headSize + Self.codeSize else { return nil }
    let count = Int(Self.number(bytes, 0, UInt32.self))
    let rowBytes = Int(Self.number(bytes, 4, UInt32.self))
    let length = Self.headSize + count * 10 + rowBytes
    guard length + Self.codeSize <= bytes.count else { return nil }
    let body = bytes.prefix(length)
    let code = bytes[(bytes.startIndex + length)..<(bytes.startIndex + length + Self.codeSize)]
    guard code.elementsEqual(Self.code(body, secret, previous)) else { return nil }
    let classStart = Self.headSize + count * 8
    var row = classStart + count * 2
    for index in 0..<count {
      let key = Self.number(body, Self.headSize + index * 8, UInt64.self)
      let kind = Self.number(body, classStart + index * 2, UInt16.self)
      if kind == Self.rowMark {
        guard let reply = Self.reply(body, &row, rules: rules) else { return nil }
        replies[key] = reply
      } else if TallyClass(raw: kind) == nil {
        return nil
      }
      keys.append(key)
      classes.append(kind)
    }
    previous = Array(code)
    return bytes.startIndex + length + Self.codeSize
  }

  /// How the entry at an index was settled.
  func result(_ index: Int) -> CachedResult? {
    if let reply = replies[keys[index]], classes[index] == Self.rowMark { return .reply(reply) }
    return TallyClass(raw: classes[index]).map { .counted($0) }
  }

  private static func reply(_ body: ArraySlice<UInt8>, _ position: inout Int, rules: Int) -> CachedReply? {
    func part() -> ArraySlice<UInt8>? {
      guard position + 2 <= body.count else { return nil }
      let length = Int(number(body, position, UInt16.self))
      guard position + 2 + length <= body.count else { return nil }
      let start = body.startIndex + position + 2
      position += 2 + length
      return body[start..<(start + length)]
    }
    guard let reply = part(), let digest = part() else { return nil }
    do {
      return CachedReply(
        reply: try ParseReply(decoding: Array(reply), items: ParseRequest.itemLimit, rules: rules),
        sha256: String(decoding: digest, as: UTF8.self))
    } catch { return nil }
  }

  private static func code(_ bytes: ArraySlice<UInt8>, _ secret: SymmetricKey, _ previous: [UInt8]) -> [UInt8]
  {
    var hash = HMAC<SHA256>(key: secret)
    hash.update(data: previous)
    hash.update(data: bytes)
    return Array(hash.finalize())
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func number<N: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>, _ at: Int, _: N.Type) -> N {
    bytes.withUnsafeBytes { N(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: N.self)) }
  }
}
