/// Finds what lines hold in a transfer encoding that runs over several of them.
enum TransferBlocks {
  /// Lines that were decoded, and the line at which they start.
  struct Block {
    var start: Int
    var lines: [String]
  }

  private static let shortest = 24
  private static let largest = 1 << 22

  /// The texts of the Base64 blocks among lines.
  static func base64(_ lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var at = 0
    while at < lines.count {
      guard isBase64(lines[at], atLeast: shortest) else {
        at += 1
        continue
      }
      let start = at
      var content = ""
      while at < lines.count, content.utf8.count < largest, isBase64(lines[at], atLeast: 2) {
        content += trimmed(lines[at])
        at += 1
      }
      if let bytes = Transfer.base64(content), let text = PlainBytes.text(bytes) {
        blocks.append(
          Block(
            start: start,
            lines: text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init))
        )
      }
    }
    return blocks
  }

  /// The lines with those of quoted-printable text unfolded; nil where none is folded.
  static func unfolded(_ lines: [String]) -> [String]? {
    guard lines.contains(where: isFolded), lines.contains(where: holdsEscape) else { return nil }
    var unfolded: [String] = []
    var start: Int?
    var isChanged = false
    for line in lines {
      let line = line.last == "\r" ? line.dropLast() : line[...]
      let isFolded = line.last == "="
      let text = isFolded ? line.dropLast() : line
      if let first = start {
        unfolded[first] += text
        unfolded.append("")
        isChanged = true
      } else {
        unfolded.append(String(text))
      }
      if isFolded { start = start ?? unfolded.count - 1 } else { start = nil }
    }
    return isChanged ? unfolded : nil
  }

  private static func isFolded(_ line: String) -> Bool {
    line.utf8.last == UInt8(ascii: "=") || line.utf8.last == 0x0D
  }

  /// Whether "=" and two hexadecimal digits stand in a line.
  private static func holdsEscape(_ line: String) -> Bool {
    var line = line
    return line.withUTF8 { bytes in
      guard bytes.count >= 3 else { return false }
      func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
      }
      return (0..<(bytes.count - 2)).contains { at in
        bytes[at] == UInt8(ascii: "=") && isDigit(bytes[at + 1]) && isDigit(bytes[at + 2])
      }
    }
  }

  private static func trimmed(_ line: String) -> String {
    var bytes = Array(line.utf8)
    while let last = bytes.last, last == 0x0D || last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }

  private static let alphabet: [Bool] = {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
    var known = [Bool](repeating: false, count: 256)
    for byte in letters.utf8 { known[Int(byte)] = true }
    return known
  }()

  private static func isBase64(_ line: String, atLeast count: Int) -> Bool {
    guard line.utf8.count >= count else { return false }
    var line = line
    return line.withUTF8 { bytes in
      var start = 0
      var end = bytes.count
      while end > 0, bytes[end - 1] == 0x0D || bytes[end - 1] == 0x20 { end -= 1 }
      while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
      return end - start >= count && bytes[start..<end].allSatisfy { alphabet[Int($0)] }
    }
  }
}

/// Bytes that may be a text.
enum PlainBytes {
  /// UTF-8 or 8-bit text; nil for bytes that no text holds.
  static func text(_ bytes: [UInt8]) -> String? {
    guard !bytes.contains(0) else { return nil }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    guard bytes.count(where: { $0 < 0x20 && ![9, 10, 13].contains($0) }) * 50 <= bytes.count else {
      return nil
    }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Transfer.text(Array($0)) }
      .joined(separator: "\n")
  }
}
