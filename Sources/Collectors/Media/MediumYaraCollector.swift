import Facts
import LinuxHost

/// What the YARA rules find in the files of a medium, where the system has libyara.
struct MediumYaraCollector: Collector {
  static let name = "medium_yara"
  static let tables = [MalwareTrace.table]
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    guard let opened = host.medium else { throw CollectionFailure(.notApplicable, .none) }
    try opened.report(into: sink)
    let engine = try IndicatorEngine(options, applies: .rulesEverywhere)
    do {
      for volume in opened.volumes {
        try engine.examine(.medium, at: volume.path, in: host.files, into: sink)
      }
    } catch RuleScanner.Failure.absent {
      sink.absent(.neverInstalled, detail: "libyara")
    } catch RuleScanner.Failure.broken(let detail) {
      throw CollectionFailure(.error, .internalError, detail: detail)
    }
  }
}
