import Facts
import LinuxHost

/// A collector of traces that programs leave in home folders.
protocol HomeTraces: Collector {
  /// The options that it was made with.
  var options: CollectorOptions { get }
  /// Adds what one home folder holds; a `FileError` that it throws is a gap, an absent file is none.
  func look(in home: Home, _ files: FileTree, _ traces: TraceWriter) throws
}

extension HomeTraces {
  static var tables: [Table] { [DocumentTrace.table] }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let traces = TraceWriter(Self.name, host.files, options, sink)
    for home in try Home.all(host.files, sink) {
      try traces.reading { try look(in: home, host.files, traces) }
    }
  }
}

/// Writes traces of documents whose name bears a marking or that are still there.
final class TraceWriter {
  private let source: String
  private let files: FileTree
  private let options: CollectorOptions
  private let sink: any FactSink
  private var added: Set<String> = []

  init(_ source: String, _ files: FileTree, _ options: CollectorOptions, _ sink: any FactSink) {
    self.source = source
    self.files = files
    self.options = options
    self.sink = sink
  }

  /// Runs a body; a file that is absent is nothing, one that cannot be read is a gap.
  func reading(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as FileError {
      if !error.isAbsent { try sink.skipped(error.path, error.reason, detail: error.detail) }
    }
  }

  /// The names in a folder; none where it is absent.
  func names(in folder: String) throws -> [String] {
    var names: [String] = []
    try reading { names = try files.list(folder) }
    return names
  }

  /// Adds a trace of a document, by its path or, where that is not known, its name.
  func add(
    _ trace: TraceKind, _ document: String, in path: String, account: String?, first: Int64? = nil,
    last: Int64? = nil
  ) throws {
    let place = document.contains("/") ? document : "./\(document)"
    guard added.insert("\(path)\n\(place)").inserted else { return }
    let hit = try TraceNames.marking(inPath: place, rules: options.rules)
    if hit == nil {
      guard place.hasPrefix("/"), try isThere(place) else { return }
    }
    try sink.add(
      DocumentTrace(
        source: source, trace: trace, account: account, path: path, document: place,
        level: hit?.level ?? .none, confidence: hit?.confidence ?? .none, firstSeen: first,
        lastSeen: last ?? first))
  }

  /// Adds a trace by a file address (RFC 8089); other addresses are left out.
  func add(
    _ trace: TraceKind, address: String, in path: String, account: String?, first: Int64? = nil,
    last: Int64? = nil
  ) throws {
    guard address.hasPrefix("file:") else { return }
    var rest = address.dropFirst(5)
    if rest.hasPrefix("//") { rest = rest.dropFirst(2).drop { $0 != "/" } }
    let place = rest.withoutPercents
    guard place.hasPrefix("/") else { return }
    try add(trace, place, in: path, account: account, first: first, last: last)
  }

  private func isThere(_ path: String) throws -> Bool {
    do {
      return try files.info(path).kind == .regular
    } catch { return false }
  }
}
