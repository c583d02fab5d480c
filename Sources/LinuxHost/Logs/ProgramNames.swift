import Glibc

/// The programs whose lines are wanted, to be found by the bytes of a tag.
struct ProgramNames {
  private let names: [(bytes: [UInt8], text: String)]

  init(_ names: Set<String>) { self.names = names.map { (Array($0.utf8), $0) } }

  /// The wanted name that the bytes spell; nil for another program's.
  func name(_ tag: UnsafeRawBufferPointer) -> String? {
    guard let base = tag.baseAddress else { return nil }
    for (bytes, text) in names where bytes.count == tag.count && memcmp(bytes, base, tag.count) == 0 {
      return text
    }
    return nil
  }
}
