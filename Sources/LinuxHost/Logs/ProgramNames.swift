import Glibc

/// The programs whose lines are wanted, to be found by the bytes of a tag.
struct ProgramNames {
  /// The names of each length.
  private var names: [[(bytes: [UInt8], text: String)]] = []

  init(_ names: Set<String>) {
    let longest = names.map(\.utf8.count).max() ?? 0
    self.names = Array(repeating: [], count: longest + 1)
    for name in names { self.names[name.utf8.count].append((Array(name.utf8), name)) }
  }

  /// The wanted name that the bytes spell; nil for another program's.
  func name(_ tag: UnsafeRawBufferPointer) -> String? {
    guard let base = tag.baseAddress, tag.count < names.count else { return nil }
    return names[tag.count].first { memcmp($0.bytes, base, tag.count) == 0 }?.text
  }
}
