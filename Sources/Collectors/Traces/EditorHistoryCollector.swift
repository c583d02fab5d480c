import LinuxHost

/// Documents that Vim, Neovim, less and nano remember by name.
struct EditorHistoryCollector: HomeTraces {
  static let name = "editor_history"

  private static let files = [
    ".viminfo", ".local/state/nvim/shada/main.shada", ".local/share/nvim/shada/main.shada", ".lesshst",
    ".local/share/nano/filepos_history", ".local/share/gedit/gedit-metadata.xml",
    ".config/kwriterc", ".config/katerc", ".config/xed/xed-metadata.xml",
  ]
  private static let sizeLimit = 16 << 20

  let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func look(in home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    for path in Self.files.map({ "\(home.path)/\($0)" }) {
      try traces.reading {
        let time = try files.info(path).modifiedAt
        for run in TextRuns(try files.read(path, limit: Self.sizeLimit)).runs {
          for place in Self.places(run, home) {
            try traces.add(.opened, place, in: path, account: home.account, last: time)
          }
        }
      }
    }
  }

  /// The paths that stand in a line, absolute or from the home folder on.
  private static func places(_ line: String, _ home: Home) -> [String] {
    var places: [String] = []
    for start in ["file://", "~/", "/"] {
      guard let found = line.firstRange(of: start) else { continue }
      let rest = line[found.upperBound...].prefix { !"\"<>|'\t".contains($0) }
      switch start {
      case "file://": places.append(rest.withoutPercents)
      case "~/": places.append("\(home.path)/\(rest)")
      default: places.append("/\(rest)")
      }
      break
    }
    return places
  }
}
