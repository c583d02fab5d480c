/// The table of pieces: where in the document's stream each stretch of character positions stands ([MS-DOC] 2.9.38).
struct WordPieces {
  struct Piece {
    /// Character positions.
    var positions: Range<Int>
    /// Offset of the first character in the stream.
    var offset: Int
    /// Bytes of one character: 1 or 2.
    var width: Int
  }

  /// Pieces that one document may have.
  static let limit = 1_000_000

  private(set) var pieces: [Piece] = []

  /// A document without a table: all text in one piece of 8-bit characters.
  init(text: Range<Int>) {
    pieces = [Piece(positions: 0..<text.count, offset: text.lowerBound, width: 1)]
  }

  /// The pieces of a table; throws `Unreadable`.
  init(_ table: BoundedBytes, isOld: Bool) throws(Unreadable) {
    var at = 0
    while at < table.count {
      switch try table.u8(at) {
      case 1: at += 3 + (try table.u16(at + 1))
      case 2:
        let size = min(try table.u32(at + 1), table.count - at - 5)
        try add(try table.slice(at + 5, size), isOld)
        return
      default: throw Unreadable(.damaged)
      }
    }
    throw Unreadable(.damaged)
  }

  private mutating func add(_ list: BoundedBytes, _ isOld: Bool) throws(Unreadable) {
    let count = (list.count - 4) / 12
    guard count > 0, count <= Self.limit else { throw Unreadable(.damaged) }
    let entries = (count + 1) * 4
    var start = try list.u32(0)
    for index in 0..<count {
      let end = try list.u32(index * 4 + 4)
      guard end >= start, end < 1 << 31 else { throw Unreadable(.damaged) }
      let offset = try list.u32(entries + index * 8 + 2)
      let isNarrow = isOld || offset & 0x4000_0000 != 0
      let place = isOld ? offset : isNarrow ? (offset & 0x3FFF_FFFF) / 2 : offset & 0x3FFF_FFFF
      pieces.append(Piece(positions: start..<end, offset: place, width: isNarrow ? 1 : 2))
      start = end
    }
  }

  /// The pieces that hold some of the positions.
  func overlapping(_ positions: Range<Int>) -> some Sequence<Piece> {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].positions.upperBound <= positions.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return pieces[low...].lazy.prefix { $0.positions.lowerBound < positions.upperBound }
  }
}
