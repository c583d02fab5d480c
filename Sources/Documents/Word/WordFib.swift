/// The file information block of a Word document: Word 97 and later ([MS-DOC] 2.5), and Word 6 and 95.
struct WordFib {
  /// The parts of the document's text, in the order of character positions.
  enum Story: Int, CaseIterable {
    case body
    case footnotes
    case headers
    case macros
    case annotations
    case endnotes
    case textBoxes
    case headerTextBoxes
  }

  /// Tables by their place among the pairs of offset and size.
  enum Table: Int {
    case headers = 11
    case characters = 12
    case fonts = 15
    case bookmarks = 21
    case pieces = 33
    case drawings = 50
  }

  private static let wordMark = 0xA5EC
  private static let word6Mark = 0xA5DC

  /// Whether the document is one of Word 6 or 95: 8-bit text, tables in the document's own stream.
  let isOld: Bool
  let isEncrypted: Bool
  /// Whether the tables stand in the stream "1Table", not "0Table".
  let usesTable1: Bool
  /// Where the next document of the same stream (its glossary) begins; 0 for none.
  let next: Int
  /// Where the text stands if there is no table of pieces.
  let text: Range<Int>
  let lengths: [Int]
  private let stream: BoundedBytes
  private let pairs: Int
  private let pairCount: Int

  /// The block at the start of a document's stream; throws `Unreadable`.
  init(_ stream: BoundedBytes, isGlossary: Bool = false) throws(Unreadable) {
    self.stream = stream
    let mark = try stream.u16(0)
    let version = try stream.u16(2)
    let flags = try stream.u16(10)
    guard mark == Self.wordMark || mark == Self.word6Mark else {
      throw Unreadable(version < 0x65 ? .unsupported : .damaged)
    }
    isOld = version < 0xC1
    isEncrypted = flags & 0x0100 != 0
    usesTable1 = flags & 0x0200 != 0
    next = try stream.u16(8) * 512
    let start = try stream.u32(0x18)
    text = start..<max(start, try stream.u32(0x1C))
    let first = isOld ? 0x34 : 0x4C
    var lengths: [Int] = []
    for story in Story.allCases { lengths.append(try stream.u32(first + story.rawValue * 4)) }
    guard lengths.allSatisfy({ $0 < 1 << 30 }) else { throw Unreadable(.damaged) }
    self.lengths = lengths
    pairs = isOld ? 0x58 : 0x9A
    pairCount = isOld ? 40 : try stream.u16(0x98)
  }

  /// Where a table lies in its stream; nil where it is missing or empty.
  func place(_ table: Table) throws(Unreadable) -> (offset: Int, size: Int)? {
    guard table.rawValue < pairCount else { return nil }
    let at = pairs + table.rawValue * 8
    let size = try stream.u32(at + 4)
    return size == 0 ? nil : (try stream.u32(at), size)
  }
}
