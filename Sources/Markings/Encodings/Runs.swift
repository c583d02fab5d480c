/// Decodes a line run by run: words that hold letters of Unicode only stay as they are.
enum Runs {
  /// The line with its other words decoded; nil where nothing changes.
  static func decode(_ line: String, _ encoding: any LegacyEncoding) -> String? {
    var text = ""
    var run: [Substring] = []
    var isChanged = false
    func flush() {
      guard !run.isEmpty else { return }
      let joined = run.joined(separator: " ")
      run = []
      if !text.isEmpty { text += " " }
      guard let bytes = Windows1252.bytes(joined), let decoded = encoding.decode(bytes), decoded != joined
      else {
        text += joined
        return
      }
      text += decoded
      isChanged = true
    }
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if word.unicodeScalars.contains(where: Vietnamese.isUnicodeOnly) {
        flush()
        text += text.isEmpty ? String(word) : " \(word)"
      } else {
        run.append(word)
      }
    }
    flush()
    return isChanged ? text : nil
  }
}
