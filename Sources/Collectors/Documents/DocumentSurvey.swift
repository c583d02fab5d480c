import Facts
import Foundation
import LinuxHost
import Markings
import ParseWire

/// One walk over the files of a machine by several threads; this one hands files to the workers and writes facts.
final class DocumentSurvey {
  private let files: FileTree
  private let walk: FileWalk
  private let rules: MarkingRules
  private let names: NameMarkings
  private let facts: DocumentFacts
  private let sink: any FactSink
  private let context: ScanContext
  private let channel: EventChannel
  private let threads: Int
  private var pool: WorkerPool?
  private var visited = 0
  /// About how many files there are; nil where nothing tells.
  private let entries: Int?

  init(
    _ files: FileTree, _ rules: MarkingRules, _ sink: any FactSink, _ settings: ScanSettings,
    start: @escaping () throws(WorkerProcess.Failure) -> WorkerProcess
  ) throws {
    self.files = files
    self.rules = rules
    self.sink = sink
    entries = files.entriesInUse
    walk = FileWalk(files, leavingOut: settings.leftOut)
    names = NameMarkings(rules)
    threads = settings.threads
    channel = try EventChannel()
    let packages = PackageDigests(files, trusted: !settings.isMedium)
    context = ScanContext(
      bodies: rules.lazyPrefilter(.body), names: rules.prefilter(.name), packages: packages,
      keys: settings.cache?.keys, known: settings.cache?.table, isMedium: settings.isMedium)
    facts = DocumentFacts(rules.ids, packages, settings.ownRules, settings.cache, sink)
    pool = WorkerPool(
      count: settings.workers, patience: settings.patience, start: start,
      tick: { [unowned self] in try tick() },
      finished: { [facts] job, answer in try facts.add(job, answer) })
  }

  func run() throws {
    try tick()
    let ends = DispatchGroup()
    for _ in 0..<threads {
      let (walk, context, channel) = (walk, context, channel)
      ends.enter()
      Thread.detachNewThread {
        Self.scan(walk, context, channel)
        ends.leave()
      }
    }
    defer {
      walk.stop()
      channel.close()
      ends.wait()
    }
    var running = threads
    while running > 0 {
      for event in channel.take() {
        if case .finished(let error) = event {
          if let error { throw error }
          running -= 1
        } else {
          try handle(event)
        }
      }
      if running > 0 { try pool?.pump(beside: channel.descriptor) }
    }
    try pool?.finish()
    try facts.flush()
    try facts.finish(accounts: try accounts())
    try tick()
  }

  private static func scan(_ walk: FileWalk, _ context: ScanContext, _ channel: EventChannel) {
    var failure: (any Error)?
    do {
      let scanner = FileScanner(context, channel) { walk.offer($0) }
      try walk.run { try scanner.visit($0) }
      try scanner.handOver()
    } catch { failure = error }
    do { try channel.send(.finished(failure)) } catch {}
  }

  private func accounts() throws -> Set<UInt32>? {
    if context.isMedium { return nil }
    do throws(FileError) {
      return Set(try Account.all(files).map(\.uid))
    } catch {
      if !error.isAbsent { try sink.skipped(error.path, error.reason, detail: error.detail) }
      return nil
    }
  }

  private func tick() throws { try sink.progress(done: visited, total: entries, unit: .files) }

  private func handle(_ event: ScanEvent) throws {
    do {
      switch event {
      case .job(let job): try pool?.submit(job)
      case .cached(let path, let info, let place, let reply):
        try facts.add(cached: reply, path: path, info: info, place: place)
      case .name(let path, let info, let file):
        let hits = try names.markings(in: path)
        if !hits.isEmpty { try facts.add(name: path, info: info, hits, file) }
      case .special(let path, let info): try facts.add(special: path, info)
      case .gap(let error): try sink.skipped(error.path, error.reason, detail: error.detail)
      case .batch(let batch):
        visited += batch.files
        try facts.add(batch)
      case .finished: break
      }
    } catch let error as FileError {
      if !error.isAbsent { try sink.skipped(error.path, error.reason, detail: error.detail) }
    }
  }
}

/// How a scan of documents runs.
struct ScanSettings {
  /// Real paths of this machine that are not looked at.
  var leftOut: [String] = []
  var ownRules: OwnRules?
  /// How long a worker may take for one file.
  var patience: Duration = .seconds(30)
  var threads = ScanSettings.processors
  var workers = ScanSettings.processors
  var cache: ScanCache?
  /// Whether the files are those of a removable medium.
  var isMedium = false

  /// Processors that this process may use, 2 to 8: more open too many files at once.
  static var processors: Int { min(8, max(2, ProcessInfo.processInfo.activeProcessorCount)) }
}
