import CShims

extension Collection<UInt8> {
  /// Whether a word stands in the bytes.
  func containsBytes(_ word: [UInt8]) -> Bool {
    let found = withContiguousStorageIfAvailable {
      airseal_contains($0.baseAddress, $0.count, word, word.count)
    }
    return found ?? Array(self).containsBytes(word)
  }
}
