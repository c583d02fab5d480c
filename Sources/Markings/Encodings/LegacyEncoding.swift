/// A Vietnamese encoding from before Unicode, as 8-bit bytes or as the letters that Windows-1252 makes of them.
///
/// Byte values are those of UniKey (`ukengine/data.cpp`) and glibc iconv.
protocol LegacyEncoding: Sendable {
  /// The text that a line of bytes stands for; nil where the line cannot be of this encoding.
  func decode(_ bytes: [UInt8]) -> String?
  /// The bytes of one letter, upper and lower case being different letters; empty where it has none of its own.
  func encode(_ letter: Character) -> [[UInt8]]
}

/// The encodings that the finder knows.
enum LegacyEncodings {
  static let all: [any LegacyEncoding] = [TCVN3(), VNI(), CP1258(), MisreadUTF8()]
}
