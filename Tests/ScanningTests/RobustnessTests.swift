import Foundation
import TestSupport
import Testing

/// Damaged and hostile inputs: the scan ends, nothing crashes, each is in every report with its reason, and no
/// machine passes.
@Suite struct RobustnessTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    /// Path that the reports must name.
    let path: String
    let reasons: [String]
    let build: @Sendable (TemporaryTree) throws -> Void
    var testDescription: String { name }
  }

  static let leases = "/var/lib/NetworkManager/internal-0a1b2c3d-0000-4000-8000-000000000001-wlan0.lease"
  static let profile = "/etc/NetworkManager/system-connections/office.nmconnection"
  static let unreadable = ["damaged", "partly_read", "read_failed", "unsupported"]

  static let cases: [Case] = [
    Case(name: "a corrupted journal", path: "system.journal", reasons: unreadable) { tree in
      var bytes = try JournalMaker.journal([.init(1_780_000_000, "NetworkManager", "a line")])
      for index in stride(from: 200, to: bytes.count, by: 3) { bytes[index] ^= 0x5A }
      try tree.file(JournalMaker.path, bytes: bytes)
    },
    Case(name: "a journal of zero bytes", path: "system.journal", reasons: unreadable + ["empty_store"]) {
      tree in
      try tree.file(JournalMaker.path, "")
    },
    Case(name: "a lease with garbage", path: leases, reasons: unreadable) { tree in
      try tree.file(leases, bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 97 | 0x80) })
    },
    Case(name: "a FIFO in place of a lease", path: leases, reasons: ["not_regular_file"]) { tree in
      try tree.fifo(leases)
    },
    Case(name: "a folder in place of a lease", path: leases, reasons: ["not_regular_file", "read_failed"]) {
      try $0.folder(leases)
    },
    Case(name: "a link to itself in place of a lease", path: leases, reasons: ["link_loop"]) { tree in
      try tree.link(leases, to: leases)
    },
    Case(name: "an unreadable profile, as an ordinary user", path: profile, reasons: ["permission_denied"]) {
      try $0.file(profile, "[connection]\nid=office\n", mode: 0o600, owner: 0)
      $0.readAs = 65_534
    },
    Case(name: "a FIFO in place of os-release", path: "os-release", reasons: ["not_regular_file"]) { tree in
      try tree.remove("etc/os-release").fifo("etc/os-release")
    },
    Case(name: "an os-release of zero bytes", path: "os-release", reasons: ["damaged"]) { tree in
      try tree.file("etc/os-release", "")
    },
    Case(name: "a FIFO in place of a log", path: "/var/log/syslog", reasons: ["not_regular_file"]) { tree in
      try tree.fifo("var/log/syslog")
    },
    Case(name: "a log that links in a circle", path: "/var/log/syslog", reasons: ["link_loop"]) { tree in
      try tree.link("var/log/syslog", to: "messages").link("var/log/messages", to: "syslog")
    },
    Case(name: "a sparse log of 10 GB", path: "/var/log/syslog", reasons: ["too_large"] + unreadable) {
      tree in
      try tree.sparse("var/log/syslog", size: 10_000_000_000)
    },
    Case(name: "one line of 40 MB", path: "/var/log/syslog", reasons: ["too_large"] + unreadable) { tree in
      try tree.file("var/log/syslog", bytes: [UInt8](repeating: 0x61, count: 40 << 20))
    },
    Case(name: "a log of zero bytes", path: "/var/log", reasons: unreadable + ["empty_store"]) { tree in
      try tree.file("var/log/syslog", "")
    },
  ]

  private func tree() throws -> TemporaryTree {
    let tree = try TemporaryTree()
    try tree.packages("apt", "systemd", "network-manager", "rsyslog")
    try tree.file("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian 12\"\n")
    try tree.file("etc/machine-id", "0123456789abcdef0123456789abcdef\n")
    return tree
  }

  private func scan(_ tree: TemporaryTree, _ format: String, _ scratch: Scratch) throws -> Run {
    _ = try tree.host()
    return try Run(
      "/usr/bin/timeout",
      [
        "60", Built.airseal, "scan", "--recording", tree.path, "--skip", "documents", "--format", format,
        "-v",
      ]
        + ["--output", scratch.path + "/" + format])
  }

  @Test(arguments: cases)
  func isReportedWithItsReason(_ input: Case) throws {
    let scratch = try Scratch()
    let tree = try tree()
    try input.build(tree)
    for format in ["text", "json", "html"] {
      let run = try scan(tree, format, scratch)
      #expect(run.status == 3, "\(format) \(run.errors)")
      #expect(run.errors.isEmpty)
      #expect(run.output.contains(input.path), "\(format) does not name \(input.path)")
    }
    let sql = """
      SELECT reason FROM collection_gap WHERE instr(path || detail, '\(input.path)')
      UNION SELECT reason FROM collection WHERE instr(detail, '\(input.path)')
      """
    let facts = scratch.path + "/json/facts.sqlite"
    let query = try Run(Built.airseal, ["query", sql, "--facts", facts, "--format", "csv"])
    let found = Set(query.output.split(whereSeparator: \.isNewline).dropFirst().map(String.init))
    #expect(!found.isDisjoint(with: input.reasons), "\(found)")
  }

  @Test func namesThatSteerTheTerminal() throws {
    let scratch = try Scratch()
    let tree = try tree()
    let name = "evil\u{1B}]0;x\u{07}\u{202E}gpj\u{200B}<script>"
    try tree.file(
      Self.profile, "[connection]\nid=\(name)\nuuid=0a1b2c3d-0000-4000-8000-000000000001\ntype=wifi\n",
      mode: 0o600)
    try tree.file(
      "var/lib/NetworkManager/timestamps", "[timestamps]\n0a1b2c3d-0000-4000-8000-000000000001=1780000000\n")
    for format in ["text", "json", "html"] {
      let run = try scan(tree, format, scratch)
      #expect(run.status == 2, "\(run.errors)")
      #expect(run.output.contains("evil"))
      for scalar in ["\u{1B}", "\u{07}", "\u{202E}", "\u{200B}"] { #expect(!run.output.contains(scalar)) }
      if format == "html" { #expect(!run.output.contains("<script")) }
    }
  }

  @Test func thousandsOfLeasesAndNamesThatAreNoText() throws {
    let scratch = try Scratch()
    let tree = try tree()
    for number in 0..<3000 {
      let uuid = "0a1b2c3d-0000-4000-8000-" + String(String(1_000_000_000_000 + number).dropFirst())
      try tree.file(
        "var/lib/NetworkManager/internal-\(uuid)-wlan0.lease", "ADDRESS=192.168.1.7\nNETMASK=255.255.255.0\n")
    }
    let path = tree.real("var/lib/NetworkManager") + "/internal-"
    let bytes =
      path.utf8.map { CChar(bitPattern: $0) } + [-1, -2, 0x0A] + ".lease".utf8.map { CChar($0) } + [0]
    let file = open(bytes, O_CREAT | O_WRONLY, 0o644)
    #expect(file >= 0 && close(file) == 0)
    let run = try scan(tree, "json", scratch)
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.errors.isEmpty)
    let facts = scratch.path + "/json/facts.sqlite"
    let sql = "SELECT count(*) >= 3000 AS many FROM network_contact WHERE source = 'network_manager_state'"
    #expect(
      try Run(Built.airseal, ["query", sql, "--facts", facts, "--format", "csv"]).output == "many\r\n1\n")
  }
}
