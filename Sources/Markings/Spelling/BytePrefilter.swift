import CShims

/// One pass over raw bytes that says whether a marking can be in them, in any encoding that the finder knows.
///
/// It never says no to bytes in which the finder would find a marking; it may say yes to others.
public struct BytePrefilter: Sendable {
  private let table: SpellingTable
  /// Spellings too short for the table.
  private let short: [[UInt8]]
  /// Longest spelling, in bytes: the overlap that two chunks of one file need.
  public let longest: Int

  /// A filter for the spellings of words.
  init(_ spellings: [[UInt8]]) {
    let distinct = Set(spellings)
    table = SpellingTable(distinct.filter { $0.count > 2 })
    short = distinct.filter { $0.count <= 2 }
    longest = distinct.reduce(2) { max($0, $1.count) }
  }

  public func matches(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { matches($0) }
  }

  public func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches(UnsafeRawBufferPointer($0)) }
  }

  public func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if next(in: bytes, from: 0) != nil { return true }
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return false }
    return short.contains { airseal_contains(base, bytes.count, $0, $0.count) }
  }

  /// A position inside the first spelling that starts at or after about `start`; nil where there is none.
  func next(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
    let position = airseal_next_spelling(base, bytes.count, start, table.known)
    return position < bytes.count ? position : nil
  }
}
