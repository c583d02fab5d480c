import CShims

/// Byte sequences laid out for one pass over a file.
///
/// The memory is written once, in `init`.
final class SpellingTable: @unchecked Sendable {
  private static let keyCount = 1 << 16

  let known: UnsafeMutablePointer<airseal_spellings>
  private let pool: UnsafeMutableBufferPointer<UInt8>
  private let marks: UnsafeMutableBufferPointer<UInt8>
  private let checks: UnsafeMutableBufferPointer<UInt8>
  private let starts: UnsafeMutableBufferPointer<UInt32>
  private let entries: UnsafeMutableBufferPointer<airseal_spelling>

  /// A table of distinct sequences of at least three bytes.
  init(_ spellings: [[UInt8]]) {
    pool = .allocate(capacity: spellings.reduce(1) { $0 + $1.count })
    marks = .allocate(capacity: Self.keyCount)
    checks = .allocate(capacity: Self.keyCount)
    starts = .allocate(capacity: Self.keyCount + 1)
    entries = .allocate(capacity: spellings.count + 1)
    marks.initialize(repeating: 0)
    checks.initialize(repeating: 0)
    starts.initialize(repeating: 0)
    var sorted: [(key: Int, spelling: airseal_spelling)] = []
    var choice = WindowChoice()
    var position = 0
    for spelling in spellings.sorted(by: { ($0.count, $0[0]) < ($1.count, $1[0]) }) {
      for (offset, byte) in spelling.enumerated() { pool.initializeElement(at: position + offset, to: byte) }
      let offset = choice.offset(in: spelling)
      let (key, check) = Self.keys(of: spelling[offset...])
      checks[check] = 1
      sorted.append(
        (
          key,
          airseal_spelling(
            position: UInt32(position), length: UInt16(spelling.count), offset: UInt16(offset))
        ))
      position += spelling.count
    }
    sorted.sort { $0.key < $1.key }
    for (place, entry) in sorted.enumerated() {
      marks[entry.key] = 1
      starts[entry.key + 1] += 1
      entries.initializeElement(at: place, to: entry.spelling)
    }
    for key in 1..<starts.count { starts[key] += starts[key - 1] }
    known = .allocate(capacity: 1)
    known.initialize(
      to: airseal_spellings(
        marks: marks.baseAddress, checks: checks.baseAddress, starts: starts.baseAddress,
        entries: entries.baseAddress, pool: pool.baseAddress))
  }

  deinit {
    pool.deallocate()
    marks.deallocate()
    checks.deallocate()
    starts.deallocate()
    entries.deallocate()
    known.deallocate()
  }

  private static func keys(of window: ArraySlice<UInt8>) -> (key: Int, check: Int) {
    window.withUnsafeBufferPointer {
      (Int(airseal_spelling_key($0.baseAddress)), Int(airseal_spelling_check($0.baseAddress)))
    }
  }
}
