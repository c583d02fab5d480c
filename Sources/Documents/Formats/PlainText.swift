import Markings
import ParseWire

/// Text files: UTF-8, UTF-16 and UTF-32 with or without a byte order mark, otherwise 8-bit text as Windows-1252 shows it.
struct PlainText: Format {
  let types: [FileType] = [.text]

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    Extract(.text, [TextPart(.body, lines: Self.lines(Self.decode(try file.bytes())))])
  }

  /// The lines of a text; every line end of Unicode counts.
  static func lines(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var lines: [String] = []
      var start = 0
      var at = 0
      while at < bytes.count {
        let length = lineEnd(bytes, at)
        if length > 0 {
          lines.append(String(decoding: bytes[start..<at], as: UTF8.self))
          start = at + length
        }
        at += max(1, length)
      }
      lines.append(String(decoding: bytes[start...], as: UTF8.self))
      return lines
    }
  }

  /// How many lines end in bytes that end with a line.
  static func lineEnds(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var at = 0
      while at < bytes.count {
        let length = lineEnd(bytes, at)
        if length > 0 { count += 1 }
        at += max(1, length)
      }
      return count
    }
  }

  /// Length of the line end that stands at a position; 0 where none does.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    func next(_ offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }
    switch bytes[at] {
    case 0x0A, 0x0B, 0x0C: return 1
    case 0x0D: return next(1) == 0x0A ? 2 : 1
    case 0xC2: return next(1) == 0x85 ? 2 : 0
    case 0xE2: return next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }

  static func decode(_ bytes: [UInt8]) -> String {
    if let form = form(bytes) { return form.text(bytes) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return text }
    return mixed(body)
  }

  /// The form of text that takes two or four bytes a letter; nil for 8-bit text.
  static func form(_ bytes: [UInt8]) -> WideText? { bytes.withUnsafeBytes { WideText.form($0) } }

  /// Line by line: a line that is not UTF-8 is 8-bit text.
  private static func mixed(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(validating: line, as: UTF8.self) ?? Windows1252.letters(line)
    }.joined(separator: "\n")
  }
}
