/// A package's header as RPM keeps it in its database: an index of tags, then their values (RPM's file format, header structure).
struct RpmHeader {
  private static let entrySize = 16

  private let bytes: UnsafeRawBufferPointer
  private let entries: Int

  /// nil for bytes that are no header.
  init?(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    guard bytes.count >= 8 else { return nil }
    entries = Int(Self.number(bytes, 0))
    guard 8 + entries * Self.entrySize <= bytes.count else { return nil }
  }

  /// Name of the package.
  var name: String? { text(1000) }
  var version: String? { text(1001) }
  /// Who built it, where the package says so.
  var vendor: String? { text(1011) }

  private func text(_ tag: UInt32) -> String? {
    texts(tag, atMost: 1).first.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The paths and digests of the package's files, in hex.
  var files: [(path: [UInt8], digest: [UInt8])] {
    let (names, folders) = (texts(1117), texts(1118))
    let (places, digests) = (numbers(1116), texts(1035))
    guard names.count == places.count, names.count == digests.count else { return [] }
    return names.indices.compactMap { index in
      guard places[index] < folders.count, !digests[index].isEmpty else { return nil }
      return (folders[places[index]] + names[index], digests[index])
    }
  }

  private func entry(_ tag: UInt32) -> (data: UnsafeRawBufferPointer, count: Int)? {
    for index in 0..<entries {
      let at = 8 + index * Self.entrySize
      guard Self.number(bytes, at) == tag else { continue }
      let start = 8 + entries * Self.entrySize + Int(Self.number(bytes, at + 8))
      guard start <= bytes.count else { return nil }
      return (UnsafeRawBufferPointer(rebasing: bytes[start...]), Int(Self.number(bytes, at + 12)))
    }
    return nil
  }

  private func texts(_ tag: UInt32, atMost limit: Int = .max) -> [[UInt8]] {
    guard let (data, all) = entry(tag) else { return [] }
    let count = min(all, limit)
    var texts: [[UInt8]] = []
    var rest = data[...]
    while texts.count < count, let end = rest.firstIndex(of: 0) {
      texts.append(Array(rest[..<end]))
      rest = rest[(end + 1)...]
    }
    return texts
  }

  private func numbers(_ tag: UInt32) -> [Int] {
    guard let (data, count) = entry(tag), count * 4 <= data.count else { return [] }
    return (0..<count).map { Int(Self.number(data, $0 * 4)) }
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt32 {
    UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
  }
}
