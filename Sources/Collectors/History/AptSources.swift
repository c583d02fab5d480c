import LinuxHost

/// The package sources that apt is told to use.
struct AptSources {
  /// Host of each active http or https source.
  private(set) var hosts: Set<String> = []
  /// Whether any file of sources is there; an installed apt without one was tampered with.
  private(set) var areThere = false

  /// Reads sources.list and sources.list.d in both forms; hands what cannot be read to `failed`. Source: sources.list(5).
  init(_ files: FileTree, failed: (FileError) throws -> Void) throws {
    var paths = ["/etc/apt/sources.list"]
    do {
      paths += try files.list("/etc/apt/sources.list.d").map { "/etc/apt/sources.list.d/\($0)" }
    } catch {
      if !error.isAbsent { try failed(error) }
    }
    for path in paths {
      do {
        let text = try files.text(path, limit: 4 << 20)
        areThere = true
        if path.hasSuffix(".sources") {
          addParagraphs(text)
        } else if path.hasSuffix(".list") {
          addLines(text)
        }
      } catch {
        if !error.isAbsent { try failed(error) }
      }
    }
  }

  private mutating func addLines(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let first = words.first, first == "deb" || first == "deb-src" else { continue }
      for word in words.dropFirst() { add(word) }
    }
  }

  private mutating func addParagraphs(_ text: String) {
    var lines: [Substring] = []
    var all: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
    all.append("")
    for line in all {
      if line.allSatisfy(\.isWhitespace) {
        let isDisabled = lines.contains {
          $0.lowercased().hasPrefix("enabled:") && $0.lowercased().hasSuffix("no")
        }
        if !isDisabled {
          for word in lines.flatMap({ $0.split { $0 == " " || $0 == "\t" } }) { add(word) }
        }
        lines = []
      } else if !line.hasPrefix("#") {
        lines.append(line)
      }
    }
  }

  private mutating func add(_ word: Substring) {
    if let host = WebAddress.host(word) { hosts.insert(host) }
  }
}
