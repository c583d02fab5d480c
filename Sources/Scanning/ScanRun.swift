import Collectors
import Facts
import LinuxHost
import Rules

/// The use case: open the machine, collect, seal, judge.
public struct ScanRun: Sendable {
  public let plan: ScanPlan
  public let pack: RulePack

  public init(plan: ScanPlan, pack: RulePack) {
    self.plan = plan
    self.pack = pack
  }

  /// Runs the whole scan; a cancelled one is sealed and judged with what was collected so far.
  public func run(
    collectors: [any Collector.Type]? = nil, monitor: any CollectionMonitor
  ) throws -> (outcome: Outcome, facts: SealedFacts) {
    try conclude(
      Self.collect(from: plan.origin.open(), plan.options, collectors: collectors, monitor: monitor))
  }

  /// Collects facts, which needs no rules; by default with every collector for what the host is.
  public static func collect(
    from host: any Host, _ options: CollectorOptions,
    collectors: [any Collector.Type]? = nil, monitor: any CollectionMonitor
  ) throws -> FactsStore {
    let collectors = collectors ?? (host.medium == nil ? Registry.all : Registry.medium)
    let store = try FactsStore()
    try store.insert(scan(of: host, for: options.occasion))
    var options = options
    let wanted = collectors.filter { $0.isWanted(options) }
    var next = wanted.startIndex
    while next < wanted.endIndex {
      let teacher = wanted[next...].firstIndex(where: teaches) ?? wanted.endIndex
      try CollectorLanes(store: store, host: host, options: options, monitor: monitor)
        .run(Array(wanted[next..<teacher]))
      next = teacher
      guard teacher < wanted.endIndex else { break }
      try CollectorLanes.run(wanted[teacher], into: store, from: host, options, monitor: monitor)
      try learn(from: wanted[teacher], store, &options)
      next += 1
    }
    return store
  }

  /// Seals the facts and judges them.
  public func conclude(_ store: FactsStore) throws -> (outcome: Outcome, facts: SealedFacts) {
    let facts = try Seal.seal(store, to: plan.output + "/facts.sqlite")
    let outcome = try Judge(pack: pack).judge(
      facts: facts, factsDigest: facts.digest, profile: plan.profile, asked: plan.edition,
      answers: plan.answers, waivers: plan.waivers)
    return (outcome, facts)
  }

  /// Whether later collectors need what this one finds.
  private static func teaches(_ type: any Collector.Type) -> Bool {
    type.tables.contains(MachineIdentity.table) || type.tables.contains(Marking.table)
  }

  /// What later collectors need of the facts so far.
  private static func learn(
    from type: any Collector.Type, _ store: FactsStore, _ options: inout CollectorOptions
  ) throws {
    if type.tables.contains(MachineIdentity.table) {
      options.identity = try store.all(MachineIdentity.self)
      options.machine = MachineDigest.of(options.identity)
    }
    if type.tables.contains(Marking.table) {
      options.markedFiles = Set(try store.all(Marking.self).map(\.path)).sorted()
    }
  }

  private static func scan(of host: any Host, for occasion: ScanOccasion) -> Scan {
    Scan(
      collectedAt: host.now, utcOffset: host.utcOffset(at: host.now), nature: host.nature,
      liveHardware: host.hasHardware, root: host.files.root,
      effectiveUid: Int64(host.effectiveUID), occasion: occasion, airsealVersion: Version.current)
  }
}
