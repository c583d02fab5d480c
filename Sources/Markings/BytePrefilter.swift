import CShims

/// One pass over raw bytes that says whether a marking can be in them, in any encoding that the finder knows.
///
/// It never says no to bytes in which the finder would find a marking; it may say yes to others.
public struct BytePrefilter: Sendable {
  private let table: SpellingTable
  /// Longest spelling, in bytes: the overlap that two chunks of one file need.
  public let longest: Int

  /// A filter for the anchor words of marking rules.
  init(_ anchors: [Anchor]) {
    let spellings = Set(Set(anchors).flatMap { $0.spellings() }.filter { $0.count > 1 })
    table = SpellingTable(Array(spellings))
    longest = spellings.reduce(2) { max($0, $1.count) }
  }

  public func matches(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { matches($0) }
  }

  public func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches(UnsafeRawBufferPointer($0)) }
  }

  public func matches(_ bytes: UnsafeRawBufferPointer) -> Bool { next(in: bytes, from: 0) != nil }

  /// A position inside the first spelling that starts at or after about `start`; nil where there is none.
  func next(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
    let position = airseal_next_spelling(base, bytes.count, start, table.known)
    return position < bytes.count ? position : nil
  }
}
