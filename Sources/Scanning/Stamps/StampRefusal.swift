import Rules

/// Why a machine gets no stamp.
public enum StampRefusal: Error, Sendable, Equatable {
  case medium
  /// A check between inspections.
  case selfCheck
  /// The verdict under the edition that was asked for.
  case notCompliant(law: String, Fitness)
  /// No edition of the pack is in force on the day.
  case noLawInForce
  /// Facts that are not those of a running machine need a key for tests.
  case needsTestKey
  /// A key for tests cannot speak of a running machine.
  case testKey
  /// Facts older than `StampMaker.maximumAge`, in days.
  case factsTooOld(days: Int)
  /// The clock stands before the collection of the facts.
  case clockSetBack
  case endsBeforeItBegins
}
