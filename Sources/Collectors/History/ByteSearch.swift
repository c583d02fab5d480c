import CShims

/// Where a run of bytes next occurs at or behind an index; nil where it does not.
func firstIndex(of needle: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
  guard let base = bytes.baseAddress, start <= bytes.count else { return nil }
  return airseal_find(base + start, bytes.count - start, needle, needle.count).map { $0 - base }
}
