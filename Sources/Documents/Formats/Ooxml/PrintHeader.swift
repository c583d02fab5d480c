import Markings

/// The header and footer text of a sheet with its codes (ECMA-376, 18.3.1.46): three sections, fonts and fields.
enum PrintHeader {
  /// The lines of all sections.
  static func lines(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var text = ""
    var font: String?
    var run = ""
    func settle() {
      text += font.map { LegacyFont.decode(run, font: $0) } ?? run
      run = ""
    }
    func finish() {
      settle()
      lines += PlainText.lines(text).filter { !$0.isEmpty }
      text = ""
    }
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let letter = rest.popFirst() {
      guard letter == "&", let code = rest.popFirst() else {
        run.append(letter)
        continue
      }
      switch code {
      case "&": run.append("&")
      case "L", "C", "R": finish()
      case "\"":
        settle()
        let name = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(name.count + 1)
        font = name.split(separator: ",").first.map(String.init)
      case "K": rest = rest.dropFirst(6)
      case _ where code.isNumber: rest = rest.drop { $0.isNumber }
      default: break
      }
    }
    finish()
    return lines
  }
}
