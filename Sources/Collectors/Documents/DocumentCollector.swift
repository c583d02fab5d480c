import Facts
import Glibc
import LinuxHost
import Markings
import ParseWire

/// Documents on the machine's disks, and the classification markings in their text and in names.
///
/// The walk, the sniff and the search of raw bytes happen here; whatever needs parsing goes to the sandboxed worker.
public struct DocumentCollector: Collector {
  public static let name = "documents"
  public static let tables = [
    DocumentScan.table, DocumentTally.table, PictureFolder.table, Marking.table, DocumentTrace.table,
    MissingFormality.table, ForeignData.table,
  ]

  private let options: CollectorOptions
  private let patience: Duration
  /// When the scan starts, Unix seconds.
  private let started: Int64

  public init(_ options: CollectorOptions) {
    self.init(options, patience: .seconds(30), started: Int64(time(nil)))
  }

  /// A collector whose workers get `patience` for each file.
  init(_ options: CollectorOptions, patience: Duration, started: Int64 = Int64(time(nil))) {
    self.options = options
    self.patience = patience
    self.started = started
  }

  public func collect(from host: any Host, into sink: any FactSink) throws {
    if options.skipsDocuments { throw CollectionFailure(.notCollected, .skippedByUser) }
    let folder = "\(options.rules)/markings"
    let rules: MarkingRules
    do { rules = try MarkingRules(folder: folder, isLazy: true) } catch {
      throw CollectionFailure(.error, .damaged, detail: "\(error)")
    }
    do {
      var settings = ScanSettings(leftOut: options.ownPaths, patience: patience)
      settings.ownRules = try OwnRules(folder: folder)
      settings.cache = try cache(folder, rules.ids.count)
      settings.isMedium = host.medium != nil
      try host.medium?.report(into: sink)
      let survey = try DocumentSurvey(host.files, rules, sink, settings) {
        () throws(WorkerProcess.Failure) in
        try WorkerProcess(program: options.worker, markings: folder, rules: rules.ids.count)
      }
      try survey.run()
    } catch let failure as WorkerProcess.Failure {
      throw CollectionFailure(.error, .internalError, detail: failure.detail)
    }
  }

  /// What earlier scans found; nil where none is wanted, or where its folder cannot be trusted or used now.
  private func cache(_ markings: String, _ rules: Int) throws -> ScanCache? {
    guard let path = options.cache else { return nil }
    do {
      return try ScanCache(
        folder: path, generation: CacheGeneration.digest(markings: markings, worker: options.worker),
        rules: rules, started: started)
    } catch { return nil }
  }
}
