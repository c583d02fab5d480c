import Foundation
import TestSupport
import Testing

/// A scan of this machine by the real program; some of it needs root, as the tests of this package do.
@Suite struct LiveScanTests {
  private static let wifiless = ["scan", "--skip", "documents", "--format", "json"]

  private func report(_ run: Run) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.errors)")
  }

  @Test func withoutANetworkTheLinksGoAndTheHistoryStays() throws {
    let scratch = try Scratch()
    let script = "mount -t sysfs none /sys && exec \"$0\" \"$@\""
    let inner = try Run(
      "/usr/bin/unshare",
      ["-n", "-m", "sh", "-c", script, Built.airseal] + Self.wifiless + ["--output", scratch.path + "/in"])
    #expect(!inner.errors.contains("unshare:"), "unshare -n -m is impossible here: run the tests as root")
    let outer = try Run(Built.airseal, Self.wifiless + ["--output", scratch.path + "/out"])
    #expect(inner.status == 2 || inner.status == 3)
    #expect(try statement(scratch.path + "/in", "network_interface WHERE software_only = 0") == "0")
    #expect(try statement(scratch.path + "/in", "network_route WHERE is_default = 1") == "0")
    for history in ["network_contact", "usb_device_history"] {
      #expect(
        try statement(scratch.path + "/in", history) == statement(scratch.path + "/out", history))
    }
    _ = try report(inner)
    _ = try report(outer)
  }

  private func statement(_ folder: String, _ rows: String) throws -> String {
    let run = try Run(
      Built.airseal,
      ["query", "SELECT count(*) FROM \(rows)", "--facts", folder + "/facts.sqlite", "--format", "csv"])
    return String(run.output.split(whereSeparator: \.isNewline).last ?? "")
  }

  @Test func noInternetSocketIsOpened() throws {
    let scratch = try Scratch()
    let trace = scratch.path + "/trace"
    let run = try Run(
      "/usr/bin/strace",
      ["-f", "-qq", "-e", "trace=socket,socketpair", "-o", trace, Built.airseal] + Self.wifiless
        + ["--output", scratch.path + "/scan"])
    #expect(run.status == 2 || run.status == 3, "\(run.errors)")
    let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
    #expect(lines.contains { $0.contains("AF_NETLINK") }, "the trace saw nothing")
    #expect(!lines.contains { $0.contains("AF_INET") })
  }

  @Test("No network library is linked", arguments: [Built.airseal, Built.worker])
  func libraries(program: String) throws {
    let run = try Run("/usr/bin/ldd", [program])
    #expect(run.output.contains("libc.so"))
    for name in ["curl", "ssl", "gnutls", "nghttp", "FoundationNetworking", "ssh"] {
      #expect(!run.output.contains(name), "\(name)")
    }
  }

  /// The worker's place is taken by a script that says when it runs, so that the signal comes in the middle of a scan.
  @Test func anInterruptEndsInNoVerdict() throws {
    let scratch = try Scratch()
    let started = scratch.path + "/started"
    try "#!/bin/sh\n: > \(started)\nexec sleep 600\n"
      .write(toFile: scratch.path + "/airseal-parse", atomically: true, encoding: .utf8)
    #expect(chmod(scratch.path + "/airseal-parse", 0o755) == 0)
    let script = """
      "$1" scan --rules "$2" --output "$3/scan" & scan=$!
      until [ -e "$3/started" ]; do
        if grep -q ') Z ' /proc/$scan/stat; then exit 99; fi
      done
      kill -INT $scan
      wait $scan
      """
    let run = try Run(
      "/usr/bin/timeout",
      ["300", "/bin/sh", "-c", script, "interrupt", Built.airseal, Built.rules, scratch.path],
      environment: ["AIRSEAL_ROOT": scratch.path])
    #expect(run.status == 3)
    #expect(run.output.contains("dừng giữa chừng"), "\(run.errors)")
    #expect(run.output.contains("CHƯA KẾT LUẬN"))
  }

  @Test func anOrdinaryUser() throws {
    let folder = NSTemporaryDirectory() + "airseal-user-" + UUID().uuidString
    #expect(mkdir(folder, 0o777) == 0 && chmod(folder, 0o777) == 0)
    defer { remove(folder) }
    let run = try Run(
      "/usr/bin/setpriv",
      ["--reuid=65534", "--regid=65534", "--clear-groups", Built.airseal, "scan", "--skip", "documents"],
      environment: ["HOME": folder])
    #expect(run.status == 2 || run.status == 3, "\(run.errors)")
    #expect(run.output.contains("sudo airseal scan"))
    #expect(run.output.contains(folder + "/.local/state/airseal/scans/"))
  }

  private func remove(_ folder: String) {
    do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
  }
}
