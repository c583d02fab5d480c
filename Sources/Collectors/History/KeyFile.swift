/// A GLib key file: groups of `key=value` (Desktop Entry Specification, "Basic format of the file").
struct KeyFile {
  private var groups: [String: [String: String]] = [:]
  /// Every group, by name.
  var all: [String: [String: String]] { groups }
  /// Whether every line was a group, a key, a comment or blank.
  private(set) var isWellFormed = true

  init(_ text: String) {
    var group = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      if trimmed.hasPrefix("["), let end = trimmed.lastIndex(of: "]") {
        group = String(trimmed[trimmed.index(after: trimmed.startIndex)..<end])
        groups[group, default: [:]] = groups[group] ?? [:]
      } else if let equals = trimmed.firstIndex(of: "=") {
        let key = trimmed[..<equals].reversed().drop { $0 == " " }.reversed()
        let value = trimmed[trimmed.index(after: equals)...].drop { $0 == " " }
        groups[group, default: [:]][String(key)] = String(value)
      } else {
        isWellFormed = false
      }
    }
  }

  subscript(group: String) -> [String: String]? { groups[group] }
}
