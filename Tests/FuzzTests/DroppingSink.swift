import Facts

/// Takes facts and keeps none.
final class DroppingSink: FactSink {
  func add(_ fact: some Fact) throws {}
  func skipped(_ path: String, _ reason: Reason, detail: String) throws {}
  func absent(_ reason: Reason, detail: String) {}
  func progress(done: Int, total: Int?, unit: ProgressUnit) throws {}
}
