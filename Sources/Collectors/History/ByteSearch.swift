import Glibc

/// Where a run of bytes next occurs at or behind an index; nil where it does not.
func firstIndex(of needle: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
  guard let base = bytes.baseAddress, let head = needle.first, start + needle.count <= bytes.count else {
    return nil
  }
  let last = bytes.count - needle.count
  var at = start
  while at <= last, let found = memchr(base + at, Int32(head), last - at + 1) {
    at = UnsafeRawPointer(found) - base
    if memcmp(base + at, needle, needle.count) == 0 { return at }
    at += 1
  }
  return nil
}
