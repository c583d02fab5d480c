/// Texts of Excel records that hold codes among their letters.
enum BiffHeader {
  /// A header's text, a line for each of its three sections, without codes for fonts, sizes and fields.
  static func text(_ code: String) -> String {
    var text = ""
    var rest = code[...]
    while let letter = rest.popFirst() {
      guard letter == "&", let next = rest.popFirst() else {
        text.append(letter)
        continue
      }
      switch next {
      case "&": text.append("&")
      case "L", "C", "R": text.append("\n")
      case "\"": rest = rest[(rest.firstIndex(of: "\"").map(rest.index(after:)) ?? rest.endIndex)...]
      case "K": rest = rest.dropFirst(6)
      case _ where next.isASCII && next.isNumber: rest = rest.drop { $0.isASCII && $0.isNumber }
      default: break
      }
    }
    return PlainText.lines(text).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Runs of at least three bytes that can be text, for records whose layout depends on what they show.
  static func printable(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split(maxSplits: 4096) { $0 < 0x20 && $0 != 0x09 }.filter { $0.count >= 3 }
  }
}
