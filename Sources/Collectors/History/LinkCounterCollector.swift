import Facts
import LinuxHost

/// Links that are down now and carried data since the start, by the counters of their interfaces.
///
/// A link that is up now is no history; counters end with the start that they count from.
struct LinkCounterCollector: Collector {
  static let name = "link_counters"
  static let tables = [NetworkContact.table]
  static let subsystems = LinkSurvey.subsystems

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    guard host.hasLinkState else { return sink.absent(.notPersistent) }
    let contacts = try ContactWriter(Self.name, host, sink)
    let start = try Self.start(host, sink)
    for entry in try LinkSurvey(host).entries
    where !entry.isSoftwareOnly && !entry.link.carrier && entry.link.rxBytes > 0 {
      contacts.add(
        NetworkContact(
          source: Self.name, kind: .networkTraffic, path: "/sys/class/net/\(entry.link.name)/statistics",
          interface: entry.link.name, firstSeen: start, lastSeen: start == nil ? nil : host.now,
          timeBasis: start == nil ? .unknown : .recorded, grade: .b, occurrences: 1,
          precision: start.map { max(1, host.now - $0) } ?? 1))
    }
    try contacts.finish()
  }

  /// When the kernel started (proc(5), /proc/stat); nil where it does not say.
  private static func start(_ host: any Host, _ sink: any FactSink) throws -> Int64? {
    var time: Int64?
    try sink.reading {
      time = try host.kernel().lines("/proc/stat").first { $0.hasPrefix("btime ") }
        .flatMap { Int64($0.dropFirst(6)) }
    }
    return time
  }
}
