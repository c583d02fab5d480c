import LinuxHost

/// Documents that WPS Office lists as opened lately, in the settings that Qt writes (QSettings' INI format).
struct WpsRecentCollector: HomeTraces {
  static let name = "wps_recent"

  let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func look(in home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    for settings in try DataFolders.settings(of: home, traces) {
      let folder = "\(settings)/Kingsoft"
      for name in try traces.names(in: folder) where name.hasSuffix(".conf") {
        let path = "\(folder)/\(name)"
        try traces.reading { try read(path, home, files, traces) }
      }
    }
  }

  private func read(_ path: String, _ home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    let time = try files.info(path).modifiedAt
    for line in try files.lines(path, limit: 64 << 20) {
      guard let equals = line.firstIndex(of: "=") else { continue }
      let value = Self.plain(line[line.index(after: equals)...])
      for part in value.split(whereSeparator: { "\",;|\0".contains($0) }) {
        let text = part.drop { $0.isWhitespace }
        if text.hasPrefix("/") {
          try traces.add(.opened, String(text), in: path, account: home.account, last: time)
        } else if text.hasPrefix("file:") {
          try traces.add(.opened, address: String(text), in: path, account: home.account, last: time)
        }
      }
    }
  }

  /// Undoes the escapes of QSettings: \xHHHH for letters beyond ASCII.
  static func plain(_ value: Substring) -> String {
    var plain = ""
    var rest = value
    while let start = rest.firstRange(of: "\\x") {
      plain += rest[..<start.lowerBound]
      let digits = rest[start.upperBound...].prefix(4).prefix { $0.isHexDigit }
      if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
        plain.unicodeScalars.append(scalar)
      }
      rest = rest[digits.endIndex...]
    }
    return plain + rest
  }
}
