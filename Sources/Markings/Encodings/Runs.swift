/// The runs of a line: words that hold letters of Unicode only stay as they are, those between may be of an older encoding.
struct Runs {
  private var runs: [(text: String, isUndecided: Bool)] = []

  init(_ line: String) {
    var rest = line[...]
    while !rest.isEmpty {
      let word = rest.prefix { !Self.separators.contains($0) }
      let end = rest[word.endIndex...].firstIndex { !Self.separators.contains($0) } ?? rest.endIndex
      let isUndecided = !word.unicodeScalars.contains(where: Vietnamese.isUnicodeOnly)
      if let last = runs.indices.last, runs[last].isUndecided == isUndecided {
        runs[last].text += rest[..<end]
      } else {
        runs.append((String(rest[..<end]), isUndecided))
      }
      rest = rest[end...]
    }
  }

  /// Whether a run of an older encoding may hold a word that the filter looks for.
  func mayMatch(_ filter: BytePrefilter) -> Bool {
    runs.contains { $0.isUndecided && filter.matches($0.text) }
  }

  /// The line with its undecided runs decoded; nil where nothing changes.
  func decoded(_ encoding: any LegacyEncoding) -> String? {
    var text = ""
    var isChanged = false
    for run in runs {
      guard run.isUndecided, let bytes = Windows1252.bytes(run.text),
        let decoded = encoding.decode(bytes), decoded != run.text
      else {
        text += run.text
        continue
      }
      text += decoded
      isChanged = true
    }
    return isChanged ? text : nil
  }

  private static let separators: Set<Character> = [" ", "=", "\t", ";"]
}
