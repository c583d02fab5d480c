import Facts
import LinuxHost

/// Logs that begin after the day from which they must tell, on a system that keeps links nowhere else.
///
/// NetworkManager, DHCP clients and vnStat keep what they saw for years; addresses that ifupdown sets by hand leave only
/// lines in logs, which rotate. The day is that of the installation or of a stamp that holds, whichever is later.
struct LinkMemorySign: SignDetector {
  private static let stores = [
    "/var/lib/NetworkManager", "/var/lib/dhcp", "/var/lib/dhclient", "/var/lib/dhcpcd", "/var/lib/dhcpcd5",
    "/var/db/dhcpcd", "/var/lib/wicked", "/var/lib/connman", "/var/lib/iwd", "/var/lib/vnstat",
  ]
  private static let logs = ["kern.log", "syslog", "messages"]
  private static let tolerance: Int64 = 8 * 86_400

  func detect(_ machine: SignMachine) throws {
    guard let installed = machine.installedAt, try !isRemembered(machine) else { return }
    let stamped = StampCollector(machine.options).inspectedAt(machine.host) ?? .min
    let since = max(installed, stamped) + Self.tolerance
    let begins = try beginnings(machine)
    guard !begins.contains(where: { $0 <= since }) else { return }
    try machine.add(
      .linksNotKept, .independent, "/var/log", concern: .coverage, at: begins.min())
  }

  /// Whether a store keeps links for ever; one of them does not speak for cards that ifupdown sets by hand.
  private func isRemembered(_ machine: SignMachine) throws -> Bool {
    var isStatic = false
    let folder = "/etc/network/interfaces.d"
    for path in try ["/etc/network/interfaces"] + machine.names(in: folder).map({ "\(folder)/\($0)" }) {
      try machine.reading {
        isStatic =
          try isStatic
          || machine.files.lines(path).contains { line in
            let words = line.split(separator: " ")
            return words.first == "iface" && words.dropFirst().first != "lo" && words.last == "static"
          }
      }
    }
    guard !isStatic else { return false }
    for store in Self.stores where try !machine.names(in: store).isEmpty { return true }
    return false
  }

  /// The earliest times of journals, text logs and the daemon's own journal.
  private func beginnings(_ machine: SignMachine) throws -> [Int64] {
    var times: [Int64] = []
    for path in try machine.journals() {
      try machine.reading {
        let header = try JournalReader(files: machine.files).header(path)
        if header.entries > 0 { times.append(Int64(header.firstEntry / 1_000_000)) }
      }
    }
    for name in try machine.names(in: "/var/log") where Self.logs.contains(where: name.hasPrefix) {
      try machine.reading { times.append(try machine.files.info("/var/log/\(name)").firstTime) }
    }
    try machine.reading {
      times.append(try machine.files.info(WatchJournal.path).firstTime)
    }
    return times
  }
}
