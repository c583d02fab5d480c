import LinuxHost

/// The kernels that are installed, by their releases.
enum InstalledKernels {
  /// The newest release in /boot, or in the folders of modules; nil where none is installed.
  static func newest(_ files: FileTree) throws(FileError) -> String? {
    var releases: [String] = []
    for name in try names("/boot", files) where name.hasPrefix("vmlinuz-") && !name.contains("rescue") {
      releases.append(String(name.dropFirst(8)))
    }
    if releases.isEmpty {
      for folder in ["/usr/lib/modules", "/lib/modules"] {
        for name in try names(folder, files) where name.first?.isNumber == true {
          if try files.exists("\(folder)/\(name)/modules.dep") { releases.append(name) }
        }
      }
    }
    return releases.max { isOlder($0, $1) }
  }

  /// Whether the running kernel is older than the newest one; false where either is not known.
  static func isOutdated(_ running: String?, _ newest: String?) -> Bool {
    guard let running, let newest else { return false }
    return isOlder(running, newest)
  }

  /// Whether a release comes before another: numbers by value, the rest by its letters.
  static func isOlder(_ left: String, _ right: String) -> Bool {
    let pairs = zip(parts(left), parts(right))
    for (a, b) in pairs where a != b {
      if let a = Int(a), let b = Int(b) { return a < b }
      return a < b
    }
    return parts(left).count < parts(right).count
  }

  private static func parts(_ release: String) -> [String] {
    var parts: [String] = []
    for character in release {
      if "-._+~".contains(character) {
        parts.append("")
      } else if let last = parts.last, let end = last.last, end.isNumber == character.isNumber {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  private static func names(_ folder: String, _ files: FileTree) throws(FileError) -> [String] {
    do {
      return try files.list(folder)
    } catch {
      if error.isAbsent { return [] }
      throw error
    }
  }
}
