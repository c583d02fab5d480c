import Facts
import Journal
import LinuxHost
import TestSupport

@testable import Collectors

/// A machine on whose disk the daemon's journal lies.
struct WatchedTree {
  let tree: TemporaryTree
  let journal: String

  init(_ events: [(seconds: Int64, event: JournalEvent)], enabledAt: Int64? = nil) throws {
    tree = try TemporaryTree().folder("var/lib/airseal")
    journal = tree.real("var/lib/airseal/journal.sqlite")
    if let enabledAt {
      try tree.file("etc/systemd/system/multi-user.target.wants/airseald.service", "x", at: enabledAt)
    }
    let chain = try EventJournal(path: journal)
    for (seconds, event) in events {
      try chain.append([event], at: Moment(time: seconds * 1_000_000, uptime: seconds, boot: "boot-a"))
    }
  }

  func run<C: Collector>(_ type: C.Type) throws -> Collected {
    let rules = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined() + "/rules"
    let options = CollectorOptions(rules: rules, worker: "/nonexistent/airseal-parse")
    return try Collected(C.tables) { try C(options).collect(from: tree.host(), into: $0) }
  }
}
