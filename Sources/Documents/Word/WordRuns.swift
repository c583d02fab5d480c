import Markings

/// How runs of characters are shown, as far as it decides how they read ([MS-DOC] 2.8.5, 2.9.33).
struct WordRuns {
  struct Look: Equatable {
    var font: LegacyFont?
    var isHidden = false
    var isDeleted = false

    var isPlain: Bool { self == Look() }
  }

  private static let pageSize = 512

  private var runs: [(start: Int, end: Int, look: Look)] = []

  /// A document whose runs all look alike.
  init() {}

  /// The runs of a document that are not plain; `bins` names the pages of the stream that hold them.
  init(_ bins: BoundedBytes, _ stream: BoundedBytes, fonts: [LegacyFont?]) throws(Unreadable) {
    let count = (bins.count - 4) / 8
    guard count > 0 else { return }
    for index in 0..<min(count, stream.count / Self.pageSize) {
      let number = try bins.u32((count + 1) * 4 + index * 4) & 0x3FFFFF
      guard number * Self.pageSize + Self.pageSize <= stream.count else { continue }
      try add(page: try stream.slice(number * Self.pageSize, Self.pageSize), fonts)
    }
    runs.sort { $0.start < $1.start }
  }

  private mutating func add(page: BoundedBytes, _ fonts: [LegacyFont?]) throws(Unreadable) {
    let count = try page.u8(Self.pageSize - 1)
    guard (count + 1) * 4 + count < Self.pageSize else { return }
    for index in 0..<count {
      let offset = try page.u8((count + 1) * 4 + index) * 2
      guard offset > 0 else { continue }
      let size = try page.u8(offset)
      guard offset + 1 + size <= Self.pageSize else { continue }
      let look = try Self.look(try page.slice(offset + 1, size), fonts)
      let start = try page.u32(index * 4)
      let end = try page.u32(index * 4 + 4)
      if !look.isPlain, start < end { runs.append((start, end, look)) }
    }
  }

  private static func look(_ changes: BoundedBytes, _ fonts: [LegacyFont?]) throws(Unreadable) -> Look {
    var look = Look()
    var at = 0
    while at + 2 < changes.count {
      let code = try changes.u16(at)
      let operand = at + 2
      let size: Int
      switch code >> 13 {
      case 0, 1: size = 1
      case 2, 4, 5: size = 2
      case 3: size = 4
      case 7: size = 3
      default: size = 1 + (try changes.u8(operand))
      }
      guard operand + size <= changes.count else { break }
      switch code {
      case 0x4A4F:
        let font = try changes.u16(operand)
        look.font = font < fonts.count ? fonts[font] : nil
      case 0x083C: look.isHidden = try changes.u8(operand) == 1
      case 0x0800: look.isDeleted = try changes.u8(operand) == 1
      default: break
      }
      at = operand + size
    }
    return look
  }

  /// The look of the character at an offset of the stream, and the offset at which another may begin.
  func look(at offset: Int) -> (look: Look, end: Int) {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count else { return (Look(), Int.max) }
    let run = runs[low]
    return run.start <= offset ? (run.look, run.end) : (Look(), run.start)
  }
}
