/// The records of a part of a binary workbook ([MS-XLSB] 2.1.4): type and size are numbers of seven bits a byte.
struct Biff12Records: Sequence, IteratorProtocol {
  struct Record {
    var type: Int
    var content: BoundedBytes
  }

  private let part: BoundedBytes
  private var at = 0
  /// Whether the part ends inside a record.
  private(set) var isCut = false

  init(_ part: [UInt8]) { self.part = BoundedBytes(part) }

  mutating func next() -> Record? {
    guard at < part.count, !isCut else { return nil }
    do throws(Unreadable) {
      let type = try number(bytes: 2)
      let size = try number(bytes: 4)
      let content = try part.slice(at, size)
      at += size
      return Record(type: type, content: content)
    } catch {
      isCut = true
      return nil
    }
  }

  private mutating func number(bytes: Int) throws(Unreadable) -> Int {
    var value = 0
    for place in 0..<bytes {
      let byte = try part.u8(at)
      at += 1
      value |= (byte & 0x7F) << (7 * place)
      if byte & 0x80 == 0 { break }
    }
    return value
  }
}
