import Facts
import Rules

/// What has to be done after a scan, and who does it.
struct ActionPlan {
  struct Step {
    let text: LocalizedText
    /// Titles of the checks that call for it.
    let titles: [LocalizedText]
  }

  struct Group {
    let who: LocalizedText
    let lead: LocalizedText?
    let steps: [Step]
  }

  let groups: [Group]

  init(_ content: ReportContent) {
    let users = content.isMedium ? Wording.mediumUsers : Wording.users
    let groups = [
      Group(who: users, lead: Self.use(content), steps: []),
      Group(
        who: content.isMedium ? Wording.mediumTechnicians : Wording.technicians, lead: nil,
        steps: Self.remedies(content)),
      Group(who: Wording.inspectors, lead: Wording.answerHow, steps: Self.questions(content)),
      Group(who: Wording.administrators, lead: nil, steps: Self.reruns(content)),
    ]
    self.groups = groups.filter { !$0.steps.isEmpty || $0.who == users }
  }

  private static func use(_ content: ReportContent) -> LocalizedText {
    if content.isMedium {
      if content.mustStop { return Wording.mediumStop }
      return content.asked?.fitness == .compliant ? Wording.mediumKeep : Wording.mediumWait
    }
    if content.mustStop { return Wording.stop }
    return content.asked?.fitness == .compliant ? Wording.keep : Wording.wait
  }

  /// Remedies of findings, each once; the general one is said already.
  private static func remedies(_ content: ReportContent) -> [Step] {
    var order: [LocalizedText] = []
    var titles: [LocalizedText: [LocalizedText]] = [:]
    for entry in content.entries(.finding) {
      let remedy = LocalizedText(
        vi: Printable.line(entry.check.remediation.vi), en: Printable.line(entry.check.remediation.en))
      if remedy.vi.isEmpty || remedy.vi == Wording.stop.vi { continue }
      if titles[remedy] == nil { order.append(remedy) }
      titles[remedy, default: []].append(entry.check.title)
    }
    return order.map { Step(text: $0, titles: titles[$0] ?? []) }
  }

  private static func questions(_ content: ReportContent) -> [Step] {
    let entries = content.entries(.finding) + content.entries(.open)
    return entries.filter { $0.isAskable && $0.principal.blocksPass }.map { entry in
      let question = entry.check.question ?? entry.check.statement
      return Step(
        text: LocalizedText(vi: "\(entry.check.id): \(question.vi)", en: "\(entry.check.id): \(question.en)"),
        titles: [])
    }
  }

  private static func reruns(_ content: ReportContent) -> [Step] {
    var steps: [Step] = []
    if content.outcome.scan.effectiveUid != 0, !content.isMedium {
      steps.append(Step(text: Wording.notRoot, titles: []))
    }
    if content.outcome.ledger.contains(where: { $0.reason == .needsRunningKernel }) {
      steps.append(Step(text: Wording.runOnMachine, titles: []))
    }
    return steps
  }
}
