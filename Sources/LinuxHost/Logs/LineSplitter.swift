import Glibc

/// Cuts bytes that come in pieces into lines.
struct LineSplitter {
  let lineLimit: Int
  /// Whether a line held zero bytes, as a file system leaves after a crash.
  private(set) var sawZeros = false
  private var pending: [UInt8] = []

  init(lineLimit: Int) { self.lineLimit = lineLimit }

  mutating func feed(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    while let end = memchr(base + start, 10, bytes.count - start) {
      let stop = UnsafeRawPointer(end) - base
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<stop])
      if pending.isEmpty {
        try hand(line, body)
      } else {
        keep(line)
        try finish(body)
      }
      start = stop + 1
    }
    keep(UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  /// Hands over a last line that has no end.
  mutating func finish(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    if pending.isEmpty { return }
    let line = pending
    pending.removeAll(keepingCapacity: true)
    try line.withUnsafeBytes { try hand($0, body) }
  }

  private mutating func keep(_ bytes: UnsafeRawBufferPointer) {
    pending.append(contentsOf: bytes.prefix(max(lineLimit - pending.count, 0)))
  }

  private mutating func hand(
    _ line: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    guard line.first == 0 else { return try body(line) }
    sawZeros = true
    let rest = UnsafeRawBufferPointer(rebasing: line.drop { $0 == 0 })
    if !rest.isEmpty { try body(rest) }
  }
}
