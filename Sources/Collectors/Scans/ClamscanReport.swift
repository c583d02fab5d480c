/// What clamscan(1) wrote of the files that it was given.
struct ClamscanReport: Equatable {
  struct Find: Equatable {
    let path: String
    /// Name that ClamAV gives the malware.
    let name: String
  }

  private(set) var scanned = 0
  private(set) var infected: [Find] = []
  /// Files that it passed over, or saw only in part.
  private(set) var notScanned: [String] = []
  /// Whether it came to its summary.
  private(set) var isWhole = false
  /// The first error that it named.
  private(set) var problem: String?

  private static let clean: Set<Substring> = ["OK", "Empty file"]

  init(_ output: String) {
    for line in output.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("----------- SCAN SUMMARY") {
        isWhole = true
        break
      }
      add(line)
    }
  }

  private mutating func add(_ line: Substring) {
    if line.hasPrefix("LibClamAV") || line.hasPrefix("ERROR") {
      if line.contains("rror"), problem == nil { problem = String(line.prefix(200)) }
      return
    }
    let text = line.hasPrefix("WARNING: ") ? line.dropFirst(9) : line
    guard let separator = text.ranges(of: ": ").last else { return }
    let path = String(text[..<separator.lowerBound])
    let result = text[separator.upperBound...]
    if Self.clean.contains(result) {
      scanned += 1
    } else if result.hasSuffix(" FOUND") {
      addFind(path, String(result.dropLast(6)))
    } else {
      notScanned.append(path)
    }
  }

  private mutating func addFind(_ path: String, _ name: String) {
    if name.hasPrefix("Heuristics.Limits.") || name.hasPrefix("Heuristics.Encrypted.") {
      notScanned.append(path)
    } else {
      scanned += 1
      infected.append(Find(path: path, name: name))
    }
  }
}
