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
      Self.collect(from: plan.origin.openAll(), plan.options, collectors: collectors, monitor: monitor))
  }

  /// Collects facts, which needs no rules; by default with every collector for what the host is.
  public static func collect(
    from host: any Host, _ options: CollectorOptions,
    collectors: [any Collector.Type]? = nil, monitor: any CollectionMonitor
  ) throws -> FactsStore {
    try collect(from: [host], options, collectors: collectors, monitor: monitor)
  }

  /// Collects the facts of one machine from its roots; the first also tells of the hardware.
  public static func collect(
    from hosts: [any Host], _ options: CollectorOptions,
    collectors: [any Collector.Type]? = nil, monitor: any CollectionMonitor
  ) throws -> FactsStore {
    let collectors = collectors ?? (hosts[0].medium == nil ? Registry.all : Registry.medium)
    let store = try FactsStore()
    try store.insert(scan(of: hosts, for: options.occasion))
    var options = options
    let parts = hosts.enumerated().map { index, host in
      (
        host: host,
        place: hosts.count > 1 ? FactsPlace(root: host.files.root, isFurther: index > 0) : nil
      )
    }
    let wanted = collectors.filter { $0.isWanted(options) }
    var next = wanted.startIndex
    while next < wanted.endIndex {
      let teacher = wanted[next...].firstIndex(where: teaches) ?? wanted.endIndex
      for part in parts {
        try CollectorLanes(
          store: store, host: part.host, options: options.below(part.place), monitor: monitor,
          place: part.place
        ).run(Array(wanted[next..<teacher]))
      }
      next = teacher
      guard teacher < wanted.endIndex else { break }
      for part in parts {
        try CollectorLanes(
          store: store, host: part.host, options: options, monitor: monitor, place: part.place
        ).run(wanted[teacher])
      }
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

  private static func scan(of hosts: [any Host], for occasion: ScanOccasion) -> Scan {
    let host = hosts[0]
    return Scan(
      collectedAt: host.now, utcOffset: host.utcOffset(at: host.now), nature: host.nature,
      liveHardware: host.hasHardware, root: hosts.map(\.files.root).joined(separator: ", "),
      effectiveUid: Int64(host.effectiveUID), occasion: occasion, airsealVersion: Version.current)
  }
}

extension CollectorOptions {
  /// The options for one of several roots, with paths as its collectors name them.
  fileprivate func below(_ place: FactsPlace?) -> CollectorOptions {
    guard let place else { return self }
    var options = self
    options.markedFiles = markedFiles.compactMap(place.local)
    return options
  }
}
