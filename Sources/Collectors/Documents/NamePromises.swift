import ParseWire

/// The types that names promise by their ending, kept by ending.
struct NamePromises {
  /// What an ending promises; `code` tells it from other promises.
  struct Promise {
    let types: Set<FileType>
    let code: UInt64
  }

  private static let longest = 7
  private var known: [UInt64: Promise?] = [:]

  /// The promise of a file's name; nil where it promises nothing that matters.
  mutating func promise(of name: UnsafeRawBufferPointer) -> Promise? {
    var ending: UInt64 = 0
    var count = 0
    for byte in name.reversed() {
      if byte == UInt8(ascii: ".") {
        return count == 0 ? nil : promise(ending, name.suffix(count + 1))
      }
      count += 1
      if count > Self.longest { return nil }
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      ending = ending << 8 | UInt64(lower)
    }
    return nil
  }

  private mutating func promise(_ ending: UInt64, _ name: Slice<UnsafeRawBufferPointer>) -> Promise? {
    if let known = known[ending] { return known }
    let types = TypeSniff.promised(by: String(decoding: name, as: UTF8.self))
    let promise = types.map { Promise(types: $0, code: ending) }
    if known.count < 1 << 14 { known[ending] = .some(promise) }
    return promise
  }
}
