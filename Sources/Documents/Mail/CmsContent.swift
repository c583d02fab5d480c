/// What a CMS message with signed data (RFC 5652) carries, in BER or DER.
struct CmsContent {
  private static let depthLimit = 32
  private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]

  private struct Element {
    var tag: Int
    var content: Range<Int>
    var end: Int
  }

  private let bytes: BoundedBytes

  /// The signed content; nil where the bytes are not such a message.
  static func signed(_ bytes: [UInt8]) -> [UInt8]? {
    let reader = CmsContent(bytes: BoundedBytes(bytes))
    do throws(Unreadable) { return try reader.content() } catch { return nil }
  }

  private func content() throws(Unreadable) -> [UInt8]? {
    let message = try children(try element(0, depth: 0).content)
    guard message.count >= 2, try bytes(message[0].content).elementsEqual(Self.signedData) else { return nil }
    guard let data = try children(message[1].content).first else { return nil }
    guard let carried = try children(data.content).first(where: { $0.tag == 0x30 }) else { return nil }
    let parts = try children(carried.content)
    guard parts.count >= 2, let octets = try children(parts[1].content).first else { return nil }
    return try joined(octets, depth: 0)
  }

  /// The bytes of an octet string, whole or in pieces.
  private func joined(_ string: Element, depth: Int) throws(Unreadable) -> [UInt8] {
    guard depth < Self.depthLimit else { throw Unreadable(.tooDeep) }
    guard string.tag & 0x20 != 0 else { return Array(try bytes(string.content)) }
    var all: [UInt8] = []
    for piece in try children(string.content) { all += try joined(piece, depth: depth + 1) }
    return all
  }

  private func bytes(_ range: Range<Int>) throws(Unreadable) -> ArraySlice<UInt8> {
    try bytes.slice(range.lowerBound, range.count).all
  }

  private func children(_ range: Range<Int>) throws(Unreadable) -> [Element] {
    var children: [Element] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if try bytes.u16(at) == 0 { break }
      let child = try element(at, depth: 0)
      children.append(child)
      at = child.end
    }
    return children
  }

  private func element(_ start: Int, depth: Int) throws(Unreadable) -> Element {
    guard depth < Self.depthLimit else { throw Unreadable(.tooDeep) }
    let tag = try bytes.u8(start)
    guard tag & 0x1F != 0x1F else { throw Unreadable(.damaged) }
    let first = try bytes.u8(start + 1)
    guard first != 0x80 else { return try unmeasured(tag, start + 2, depth) }
    var size = first
    var at = start + 2
    if first > 0x80 {
      guard first <= 0x84 else { throw Unreadable(.damaged) }
      size = 0
      for _ in 0..<(first & 0x7F) {
        size = size << 8 | (try bytes.u8(at))
        at += 1
      }
    }
    guard size <= bytes.count - at else { throw Unreadable(.damaged) }
    return Element(tag: tag, content: at..<(at + size), end: at + size)
  }

  /// An element whose end two zero bytes mark.
  private func unmeasured(_ tag: Int, _ start: Int, _ depth: Int) throws(Unreadable) -> Element {
    var at = start
    while try bytes.u16(at) != 0 { at = try element(at, depth: depth + 1).end }
    return Element(tag: tag, content: start..<at, end: at + 2)
  }
}
