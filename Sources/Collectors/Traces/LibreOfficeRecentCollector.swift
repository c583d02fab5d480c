import LinuxHost

/// Documents that LibreOffice and OpenOffice list as opened lately, in `registrymodifications.xcu`.
struct LibreOfficeRecentCollector: HomeTraces {
  static let name = "libreoffice_recent"

  let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func look(in home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    for settings in try DataFolders.settings(of: home, traces) {
      for program in ["libreoffice", "libreofficedev", "openoffice"] {
        for version in try traces.names(in: "\(settings)/\(program)") {
          let path = "\(settings)/\(program)/\(version)/user/registrymodifications.xcu"
          try traces.reading { try read(path, home, files, traces) }
        }
      }
    }
    let old = "\(home.path)/.openoffice/4/user/registrymodifications.xcu"
    try traces.reading { try read(old, home, files, traces) }
  }

  private func read(_ path: String, _ home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    let time = try files.info(path).modifiedAt
    let text = try files.text(path, limit: 64 << 20)
    for element in ["item", "node"] {
      for attributes in MarkupScanner(text: text).elements(element) {
        for value in [attributes["oor:name"], attributes["oor:path"]].compactMap(\.self) {
          guard let start = value.firstRange(of: "file://") else { continue }
          let address = value[start.lowerBound...].prefix { $0 != "'" && $0 != "]" }
          try traces.add(.opened, address: String(address), in: path, account: home.account, last: time)
        }
      }
    }
  }
}
