/// Text of Excel records whose layout is not followed.
enum BiffObjectText {
  /// Runs of at least three bytes that can be text, for records whose layout depends on what they show.
  static func printable(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split(maxSplits: 4096) { $0 < 0x20 && $0 != 0x09 }.filter { $0.count >= 3 }
  }
}
