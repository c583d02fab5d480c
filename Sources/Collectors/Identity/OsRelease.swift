import Facts
import LinuxHost

/// The assignments of os-release(5).
struct OsRelease {
  let values: [String: String]

  /// Reads /etc/os-release, or the file of the vendor that it usually leads to; throws `FileError` without either.
  init(_ files: FileTree) throws(FileError) {
    do {
      values = Self.parse(try files.lines("/etc/os-release", limit: 1 << 20))
    } catch {
      guard error.isAbsent else { throw error }
      values = Self.parse(try files.lines("/usr/lib/os-release", limit: 1 << 20))
    }
  }

  subscript(key: String) -> String? { values[key].flatMap { $0.isEmpty ? nil : $0 } }

  private static func parse(_ lines: [Substring]) -> [String: String] {
    var values: [String: String] = [:]
    for line in lines where !line.hasPrefix("#") {
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { values[String(parts[0])] = unquote(parts[1]) }
    }
    return values
  }

  /// Undoes the shell's quotes and backslashes.
  private static func unquote(_ text: Substring) -> String {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    if let quote = text.first, quote == "\"" || quote == "'", text.count >= 2, text.last == quote {
      text = text.dropFirst().dropLast()
      if quote == "'" { return String(text) }
    }
    var plain = ""
    var isEscaped = false
    for character in text {
      if character == "\\" && !isEscaped {
        isEscaped = true
      } else {
        plain.append(character)
        isEscaped = false
      }
    }
    return plain
  }
}
