import Foundation

/// What a word leaves in a text in Base64 (RFC 2045), wherever it starts there.
enum Base64Word {
  /// The characters that the word alone decides, for each of the three places, also with a line folded inside.
  static func spellings(of word: [UInt8]) -> [[UInt8]] {
    guard word.count >= 5 else { return [] }
    return (0..<3).flatMap { before -> [[UInt8]] in
      let bits = (8 * before, 8 * (before + word.count))
      let text = Data([UInt8](repeating: 0, count: before) + word).base64EncodedData()
      let own = Array(text[((bits.0 + 5) / 6)..<(bits.1 / 6)])
      let folds = own.indices.dropFirst().flatMap { index in
        ["\n", "\r\n"].map { own[..<index] + Array($0.utf8) + own[index...] }
      }
      return [own] + folds.map { Array($0) }
    }
  }
}
