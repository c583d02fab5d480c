import Facts
import LinuxHost

/// Has ClamAV scan the marked documents and the media, where the user asks for it, and takes its result in.
struct ClamscanCollector: Collector {
  static let name = "clamscan"
  static let tables = [MalwareTrace.table, MalwareScan.table]
  static let program = "/usr/bin/clamscan"
  private static let seconds = 7200
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  static func isWanted(_ options: CollectorOptions) -> Bool { options.runsClamscan }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let media = try host.medium.map { [$0.files.root] } ?? MalwarePlaces(host, sink).media()
    let marked = host.medium == nil ? options.markedFiles : []
    let targets = (marked + media).filter { !$0.contains { $0.isNewline } }
    for path in marked where !targets.contains(path) {
      try sink.skipped(path, .unsupported, detail: "line break in the name")
    }
    guard !targets.isEmpty else { return sink.absent(.none, detail: "no marked document and no medium") }
    let started = host.now
    let result = try host.run(call(targets)) { try sink.progress(done: 0, total: nil, unit: .files) }
    let report = ClamscanReport(result.output)
    guard let status = result.status, status <= 1, report.isWhole else {
      throw CollectionFailure(.error, .readFailed, detail: report.problem ?? Self.program)
    }
    let prefix = host.medium == nil ? "" : host.files.root
    for find in report.infected {
      let path = find.path.hasPrefix(prefix + "/") ? String(find.path.dropFirst(prefix.count)) : find.path
      try sink.add(
        MalwareTrace(
          indicator: "antivirus_find", family: "antivirus", strength: .proven, place: .file,
          volume: path, path: path, detail: find.name))
    }
    for path in report.notScanned { try sink.skipped(path, .partlyRead, detail: Self.program) }
    try sink.add(
      MalwareScan(
        product: "ClamAV", startedAt: started, endedAt: started, files: Int64(report.scanned),
        infected: Int64(report.infected.count), notScanned: Int64(report.notScanned.count), byAirseal: true,
        path: Self.program))
  }

  /// Files that exceed a limit or are encrypted are named, so that they count as not scanned.
  private func call(_ targets: [String]) -> ProgramCall {
    ProgramCall(
      Self.program,
      [
        "--stdout", "--recursive", "--alert-exceeds-max=yes", "--alert-encrypted=yes",
        "--max-filesize=2000M", "--max-scansize=4000M", "--",
      ] + targets, seconds: Self.seconds, rights: .reader, withoutNetwork: true, outputLimit: 64 << 20)
  }
}
