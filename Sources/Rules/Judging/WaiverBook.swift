import Facts

/// The waivers that were offered, and what each came to.
struct WaiverBook {
  private let offered: [SignedWaiver]
  private var book: SettlementBook<Waiver>

  init(_ offered: [SignedWaiver], checks: Set<String>, machine: String, scan: Scan) {
    self.offered = offered
    book = SettlementBook(
      offered.map { ($0.waiver, $0.isTest) }, checks: checks, machine: machine, scan: scan)
  }

  /// The waivers that cover some of the subjects that were found under an effect, and what they cover; `drafted` are the
  /// subjects that were drafted here, which a cipher waiver never covers.
  mutating func settled(
    _ check: Check, _ effect: Effect, subjects: Set<String>, drafted: Set<String>
  ) -> (waivers: [Waiver], subjects: Set<String>) {
    let kinds = check.waivers
    let taken = book.take(check.id) { waiver in
      guard kinds.contains(waiver.kind) || (effect == .blocksPass && waiver.kind == .authority)
      else { return .notAskable }
      let named = subjects.intersection(waiver.scope)
      if named.isEmpty { return .outOfScope }
      return named.isSubset(of: Self.except(waiver, drafted)) ? .drafting : .accepted
    }
    let covered = taken.reduce(into: Set<String>()) { covered, waiver in
      covered.formUnion(subjects.intersection(waiver.scope).subtracting(Self.except(waiver, drafted)))
    }
    return (taken, covered)
  }

  private static func except(_ waiver: Waiver, _ drafted: Set<String>) -> Set<String> {
    waiver.kind == .cipher ? drafted : []
  }

  var reviews: [WaiverReview] {
    zip(offered, book.verdicts).map { WaiverReview(waiver: $0.waiver, keyID: $0.keyID, verdict: $1) }
  }
}
