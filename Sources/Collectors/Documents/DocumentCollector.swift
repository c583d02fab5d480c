import Facts
import LinuxHost
import Markings
import ParseWire

/// Documents on the machine's disks, and the classification markings in their text and in names.
///
/// The walk, the sniff and the search of raw bytes happen here; whatever needs parsing goes to the sandboxed worker.
public struct DocumentCollector: Collector {
  public static let name = "documents"
  public static let tables = [DocumentScan.table, Marking.table]

  private let options: CollectorOptions
  private let patience: Duration

  public init(_ options: CollectorOptions) { self.init(options, patience: .seconds(30)) }

  /// A collector whose workers get `patience` for each file.
  init(_ options: CollectorOptions, patience: Duration) {
    self.options = options
    self.patience = patience
  }

  public func collect(from host: any Host, into sink: any FactSink) throws {
    if options.skipsDocuments { throw CollectionFailure(.notCollected, .skippedByUser) }
    let folder = "\(options.rules)/markings"
    let rules: MarkingRules
    do { rules = try MarkingRules(folder: folder) } catch {
      throw CollectionFailure(.error, .damaged, detail: "\(error)")
    }
    do {
      let survey = try DocumentSurvey(host.files, rules, sink, patience: patience) {
        () throws(WorkerProcess.Failure) in
        try WorkerProcess(program: options.worker, markings: folder, rules: rules.ids.count)
      }
      try survey.run(leavingOut: options.ownPaths + [options.rules])
    } catch let failure as WorkerProcess.Failure {
      throw CollectionFailure(.error, .internalError, detail: failure.detail)
    }
  }
}
