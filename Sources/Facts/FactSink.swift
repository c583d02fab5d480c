/// Receives the facts of one collector, and what it could not read.
///
/// A collector states its rows and its failures; the runner derives the collection status from them.
public protocol FactSink: AnyObject {
  /// Adds one row; throws when the store cannot take it, or the scan was cancelled.
  func add(_ fact: some Fact) throws

  /// One item that could not be read; its tables become `incomplete`.
  func skipped(_ path: String, _ reason: Reason, detail: String) throws

  /// The source is known to be absent on this machine (`does_not_exist`), unless a row or a skip follows.
  func absent(_ reason: Reason, detail: String)

  /// Reports progress of long work and throws `CancellationError` once the scan was cancelled.
  func progress(done: Int, total: Int?, unit: ProgressUnit) throws
}

/// What a progress figure counts.
public enum ProgressUnit: String, Sendable {
  case files
  case entries
}

extension FactSink {
  public func skipped(_ path: String, _ reason: Reason) throws {
    try skipped(path, reason, detail: "")
  }

  public func absent(_ reason: Reason) { absent(reason, detail: "") }
}
