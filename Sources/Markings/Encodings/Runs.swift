/// Decodes a line run by run: words that hold letters of Unicode only stay as they are.
enum Runs {
  /// The line with its other words decoded; nil where nothing changes.
  static func decode(_ line: String, _ encoding: any LegacyEncoding) -> String? {
    var text = ""
    var run = ""
    var isChanged = false
    func flush() {
      guard !run.isEmpty else { return }
      defer { run = "" }
      guard let bytes = Windows1252.bytes(run), let decoded = encoding.decode(bytes), decoded != run else {
        text += run
        return
      }
      text += decoded
      isChanged = true
    }
    var rest = line[...]
    while !rest.isEmpty {
      let word = rest.prefix { !separators.contains($0) }
      rest = rest.dropFirst(word.count)
      let gap = rest.prefix { separators.contains($0) }
      rest = rest.dropFirst(gap.count)
      if word.unicodeScalars.contains(where: Vietnamese.isUnicodeOnly) {
        flush()
        text += word
        text += gap
      } else {
        run += word
        run += gap
      }
    }
    flush()
    return isChanged ? text : nil
  }

  private static let separators: Set<Character> = [" ", "=", "\t", ";"]
}
