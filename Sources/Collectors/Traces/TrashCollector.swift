import Facts
import LinuxHost

/// Documents in the trash, or that went through it (freedesktop.org Trash Specification 1.0): in home folders and at the top
/// of other file systems.
struct TrashCollector: Collector {
  static let name = "trash"
  static let tables = [DocumentTrace.table]

  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let traces = TraceWriter(Self.name, host.files, options, sink)
    for home in try Home.all(host.files, sink) {
      for data in try DataFolders.all(of: home, traces) {
        try read("\(data)/Trash", below: home.path, account: home.account, host, traces)
      }
    }
    for top in try tops(traces) {
      for name in try traces.names(in: top.isEmpty ? "/" : top) where name.hasPrefix(".Trash") {
        let folder = "\(top)/\(name)"
        try read(folder, below: top, account: nil, host, traces)
        for user in try traces.names(in: folder) where UInt32(user) != nil {
          try read("\(folder)/\(user)", below: top, account: nil, host, traces)
        }
      }
    }
  }

  /// The places where other file systems are mounted.
  private func tops(_ traces: TraceWriter) throws -> [String] {
    var tops = ["", "/home", "/mnt", "/srv", "/data", "/opt", "/var"]
    for base in ["/media", "/run/media", "/mnt"] {
      for name in try traces.names(in: base) {
        tops.append("\(base)/\(name)")
        tops += try traces.names(in: "\(base)/\(name)").map { "\(base)/\(name)/\($0)" }
      }
    }
    return tops
  }

  private func read(
    _ trash: String, below top: String, account: String?, _ host: any Host, _ traces: TraceWriter
  ) throws {
    for name in try traces.names(in: "\(trash)/info") where name.hasSuffix(".trashinfo") {
      let path = "\(trash)/info/\(name)"
      try traces.reading {
        var document = String(name.dropLast(".trashinfo".count))
        var deleted: Int64?
        for line in try host.files.lines(path, limit: 1 << 20) {
          if line.hasPrefix("Path=") {
            let place = line.dropFirst(5)
            let plain = place.withoutPercents
            document = plain.hasPrefix("/") ? plain : "\(top)/\(plain)"
          } else if line.hasPrefix("DeletionDate=") {
            deleted = TraceTime.utc(String(line.dropFirst(13))).map { $0 - host.utcOffset(at: $0) }
          }
        }
        try traces.add(.trashed, document, in: path, account: account, first: deleted)
      }
    }
  }
}
