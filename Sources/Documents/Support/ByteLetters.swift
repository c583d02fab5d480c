import Markings

/// The UTF-16 letters that Windows-1252 makes of bytes.
enum ByteLetters {
  /// By byte.
  static let units: [UInt16] = (0...255).map { byte in
    Array(Windows1252.letters([UInt8(byte)]).utf16).first ?? UInt16(byte)
  }
}
