import Facts
import LinuxHost

/// Traces of other machines and devices in the roots of a medium's volumes.
struct MediumTraceCollector: Collector {
  static let name = "medium_trace"
  static let tables = [MediumTrace.table]
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    guard let opened = host.medium else { throw CollectionFailure(.notApplicable, .none) }
    try opened.report(into: sink)
    let patterns = try DataFile.decode(MediumTracePatterns.self, "medium-traces.yaml", options)
    for volume in opened.volumes {
      let listing = IndicatorEngine.Listing(host.files, sink)
      for pattern in patterns.traces {
        for path in pattern.paths {
          let parts = path.split(separator: "/").map(String.init)
          for find in try finds(parts[...], in: volume.path, listing) where !pattern.leavesOut(find.name) {
            try sink.add(
              MediumTrace(
                system: pattern.system, sign: pattern.sign, path: find.path,
                person: pattern.person == true ? Self.account(find.name) : nil,
                firstTime: find.info.firstTime, lastTime: find.info.modifiedAt))
          }
        }
      }
      try listing.reportLimit(volume.path)
    }
  }

  private func finds(
    _ parts: ArraySlice<String>, in folder: String, _ listing: IndicatorEngine.Listing
  ) throws -> [IndicatorEngine.Listing.Entry] {
    guard let part = parts.first, let entries = try listing.entries(folder) else { return [] }
    let here = entries.filter { Glob.matches(part, $0.name, ignoringCase: true) }
    guard parts.count > 1 else { return here }
    return try here.filter { $0.info.kind == .folder }.flatMap {
      try finds(parts.dropFirst(), in: $0.path, listing)
    }
  }

  /// "1000" of ".Trash-1000"; a folder's own name elsewhere.
  private static func account(_ name: String) -> String {
    name.hasPrefix(".Trash-") ? String(name.dropFirst(7)) : name
  }
}

/// What systems leave on media, as `rules/medium-traces.yaml` says.
struct MediumTracePatterns: Decodable {
  struct Pattern: Decodable {
    let system: MediumSystem
    let sign: MediumSign
    let paths: [String]
    /// Whether the name that is found names an account.
    let person: Bool?
    /// Names that are nobody's.
    let without: [String]?

    func leavesOut(_ name: String) -> Bool {
      without?.contains { $0.lowercased() == name.lowercased() } ?? false
    }
  }

  let traces: [Pattern]
}
