import Facts
import Rules

/// What an answer to a check may speak of, as the facts stand.
struct AnswerSubjects {
  let check: Check
  let pack: RulePack
  let facts: SealedFacts
  /// Effects under which a person may settle findings of the check.
  var effects: Set<Effect> = [.blocksPass]

  /// Throws a usage failure where an answer of this scope could settle nothing, with what it could.
  func require(_ scope: [String]) throws {
    guard case .query = check.method else { return try requireWhole(scope) }
    let isMedium = try facts.fetch(Scan.self).contains { $0.nature == .medium }
    guard let profile = blockingProfile(isMedium ? .medium : .machine) else { throw decidedByFacts }
    let open = try subjects(profile)
    guard !open.isEmpty else {
      throw Failure(
        .usage, "Không có phát hiện nào của “\(check.id)” cần trả lời trong dữ kiện này.",
        "These facts hold no finding of “\(check.id)” to be answered.")
    }
    let unknown = scope.filter { !open.contains($0) }
    guard scope.isEmpty || !unknown.isEmpty else { return }
    let list = open.map { "\n  --scope '\(Grid.visible($0))'" }.joined()
    throw scope.isEmpty
      ? Failure(
        .usage, "Phải nêu đối tượng được trả lời bằng --scope; các đối tượng đang có:\(list)",
        "Name what is answered for with --scope; these facts hold:\(list)")
      : Failure(
        .usage,
        "Không có đối tượng “\(Grid.visible(unknown[0]))” trong dữ kiện; các đối tượng đang có:\(list)",
        "The facts hold no “\(Grid.visible(unknown[0]))”; they hold:\(list)")
  }

  private func requireWhole(_ scope: [String]) throws {
    if check.notApplicable != nil { throw decidedByFacts }
    guard scope.isEmpty else {
      throw Failure(
        .usage, "“\(check.id)” được trả lời chung cho cả máy, không dùng --scope.",
        "“\(check.id)” is answered for the whole machine, without --scope.")
    }
  }

  private var decidedByFacts: Failure {
    Failure(
      .usage, "“\(check.id)” do dữ kiện quyết định, không thay bằng câu trả lời được.",
      "Facts decide “\(check.id)”; no answer replaces them.")
  }

  /// A profile under which answers count, on its own or by an edition's limit.
  private func blockingProfile(_ subject: Profile.Subject) -> Profile? {
    let isLimited = pack.editions.contains { $0.limits[check.id] == .blocksPass }
    return pack.profiles.filter { $0.subject == subject }.first { profile in
      let effect = profile.effects[check.id]
      return effect.map(effects.contains) ?? false || (isLimited && effect == .required)
    }
  }

  private func subjects(_ profile: Profile) throws -> [String] {
    let outcome = try Judge(pack: pack).judge(
      facts: facts, factsDigest: facts.digest, profile: profile,
      asked: profile.onlyEdition ?? Edition.defaultID)
    let results = outcome.editions.flatMap(\.results).filter {
      $0.check.id == check.id && effects.contains($0.effect) && $0.status == .fail
    }
    return Set(results.flatMap(\.evidence).map(\.subject)).sorted()
  }
}
