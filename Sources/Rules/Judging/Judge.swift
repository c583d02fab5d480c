import Facts

/// Judges facts under every edition of the law that a pack knows.
///
/// A rule's effect is the profile's, held down by the limit that an edition sets (required > blocks_pass >
/// informational); an edition never raises it.
public struct Judge {
  private let pack: RulePack

  public init(pack: RulePack) { self.pack = pack }

  /// Everything that a report shows; `asked` is the edition whose fitness is the exit code.
  ///
  /// Rules see the time of the collection, never the present. Throws `JudgeError`, and SQLite's errors if
  /// the facts cannot be read.
  public func judge(
    facts: any FactsSource, factsDigest: String, profile: Profile,
    asked: String = Edition.defaultID, answers: [SignedAnswer] = [], waivers: [SignedWaiver] = []
  ) throws -> Outcome {
    guard pack.editions.contains(where: { $0.id == asked }) else {
      throw JudgeError.unknownEdition(asked)
    }
    if let only = profile.onlyEdition, only != asked {
      throw JudgeError.profileNeedsEdition(profile: profile.id, edition: only)
    }
    let reviewed = try reviewedMarkings(facts, answers)
    let views = ReviewedMarkings.views(pack.views, without: reviewed)
    return try facts.connection(views: views).read { database in
      let reader = FactReader(database: database)
      guard let scan = try reader.all(Scan.self).first else { throw JudgeError.noScan }
      let identity = try reader.all(MachineIdentity.self)
      guard (scan.nature == .medium) == (profile.subject == .medium) else {
        throw JudgeError.profileOfOtherSubject(profile: profile.id, nature: scan.nature)
      }
      let medium = try reader.all(Medium.self).first
      let machine = MachineDigest.of(identity, medium: medium)
      let records = try reader.all(CollectionRecord.self)
      let run = CheckRun(
        runner: try SqlRunner(database), ledger: TableLedger(records), tables: pack.checkTables)
      let maker = EvidenceMaker(labels: pack.labels, utcOffset: scan.utcOffset)
      var book = AnswerBook(
        answers, checks: Set(pack.checks.map(\.id)), machine: machine, scan: scan)
      _ = book.reviewed(reviewed)
      var waiverBook = WaiverBook(
        waivers, checks: Set(pack.checks.map(\.id)), machine: machine, scan: scan)
      var editions: [EditionOutcome] = []
      for edition in pack.editions {
        let judge = EditionJudge(
          pack: pack, profile: profile, edition: edition, scan: scan, records: records, run: run,
          maker: maker)
        editions.append(judge.outcome(&book, &waiverBook))
      }
      return Outcome(
        scan: scan, identity: identity, medium: medium,
        operatingSystem: try reader.all(OperatingSystem.self).first,
        machine: machine, factsDigest: factsDigest, packDigest: pack.digest,
        journalHead: try reader.all(WatchInterval.self).compactMap(\.head).last, profile: profile,
        editions: editions, asked: asked, answers: book.reviews, waivers: waiverBook.reviews,
        ledger: records, gaps: try reader.all(CollectionGap.self), counts: try reader.counts(),
        labels: pack.labels, timeline: medium == nil ? try reader.timeline() : [])
    }
  }

  private func reviewedMarkings(_ facts: any FactsSource, _ answers: [SignedAnswer]) throws -> Set<String> {
    guard answers.contains(where: { $0.answer.check == ReviewedMarkings.check }) else { return [] }
    return try facts.connection { _ in }.read { database in
      let reader = FactReader(database: database)
      guard let scan = try reader.all(Scan.self).first else { throw JudgeError.noScan }
      let machine = MachineDigest.of(
        try reader.all(MachineIdentity.self), medium: try reader.all(Medium.self).first)
      var book = AnswerBook(
        answers, checks: Set(pack.checks.map(\.id)), machine: machine, scan: scan)
      let markings = try reader.all(Marking.self)
      return book.reviewed(
        Set(markings.map { ReviewedMarkings.subject(path: $0.path, sha256: $0.sha256) }))
    }
  }
}
