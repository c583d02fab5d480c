/// What earlier scans said, ready to be asked by many threads.
final class CacheTable: Sendable {
  private let segment: CacheSegment
  /// Where the keys with each value of their highest 16 bits start.
  private let starts: [UInt32]

  var count: Int { segment.keys.count }

  init(_ loaded: CacheSegment) {
    var segment = loaded
    if !Self.isSorted(segment.keys) {
      let order = segment.keys.indices.sorted { segment.keys[$0] < segment.keys[$1] }
      segment.classes = order.map { segment.classes[$0] }
      segment.keys = order.map { segment.keys[$0] }
    }
    var starts = [UInt32](repeating: 0, count: 65_537)
    for key in segment.keys { starts[Int(key >> 48) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.segment = segment
    self.starts = starts
  }

  /// The place and result of a key; nil where it is not known.
  func find(_ key: UInt64) -> (index: UInt32, result: CachedResult)? {
    let bucket = Int(key >> 48)
    for index in Int(starts[bucket])..<Int(starts[bucket + 1]) where segment.keys[index] == key {
      return segment.result(index).map { (UInt32(index), $0) }
    }
    return nil
  }

  func entry(_ index: Int) -> CacheEntry? {
    segment.result(index).map { CacheEntry(key: segment.keys[index], result: $0) }
  }

  private static func isSorted(_ keys: [UInt64]) -> Bool {
    keys.withUnsafeBufferPointer { keys in
      for index in keys.indices.dropFirst() where keys[index - 1] > keys[index] { return false }
      return true
    }
  }
}
