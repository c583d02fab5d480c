import Collectors
import Facts
import Foundation
import Glibc
import Stamping
import TestSupport
import Testing

@testable import AirsealCommands

/// A stamp that is issued for this very machine and left on it, in a mount namespace with a state folder of its own.
@Suite struct PlacedStampTests {
  private static var canUnshare: Bool {
    do {
      return try getuid() == 0 && Run("/usr/bin/unshare", ["--mount", "true"]).status == 0
    } catch {
      return false
    }
  }
  /// Turns facts of the clean sample into those of a clean machine with the identity of this one.
  private static let script = """
    import json, shutil, sqlite3, sys, time
    source, target, identity = sys.argv[1:]
    shutil.copy(source, target)
    now = int(time.time()) - 5
    facts = sqlite3.connect(target)
    facts.execute("UPDATE scan SET nature = 'live', collected_at = ?", (now,))
    facts.execute("UPDATE antivirus_product SET signatures = 'verified', signatures_at = ?, last_scan_at = ?", (now, now))
    facts.execute("DELETE FROM machine_identity")
    facts.executemany("INSERT INTO machine_identity (component, name, value) VALUES (?, ?, ?)", json.loads(identity))
    facts.commit()
    """

  private func liveFacts(_ sample: StampedSample) throws -> String {
    let path = sample.scratch.path + "/live.sqlite"
    let identity = try MachineLook(.live, Installation(rules: Built.rules), devices: nil).facts.identity
    let json = try JSONEncoder().encode(identity.map { [$0.component.rawValue, $0.name, $0.value] })
    let made = try Run(
      "/usr/bin/python3", ["-c", Self.script, sample.facts, path, String(decoding: json, as: UTF8.self)])
    #expect(made.status == 0, "\(made.errors)")
    let seal = try Seal.digest(ofFile: path) + "  live.sqlite\n"
    try Data(seal.utf8).write(to: URL(fileURLWithPath: path + ".sha256"))
    return path
  }

  @Test(.enabled(if: canUnshare))
  func isIssuedPlacedVerifiedAndMadeVoid() throws {
    let sample = try StampedSample()
    let facts = try liveFacts(sample)
    let key = sample.scratch.path + "/real"
    #expect(try Run(Built.airseal, ["key", "new", key, "--name", "PA03", "--no-passphrase"]).status == 0)
    #expect(try Run(Built.airseal, ["key", "trust", key + ".pub", "--trust", sample.trust]).status == 0)
    let steps = """
      set -e
      mount -t tmpfs none /var/lib
      "$A" answer software_licence --facts "$F" --key "$K" --reply pass --inspector B --unit X --statement seen --file "$W/a.jws"
      "$A" stamp issue --facts "$F" --answers "$W/a.jws" --trust "$T" --key "$K" --issuer PA03 --inspector B --unit X \
        --registers "$W/reg" --place
      "$A" stamp verify --trust "$T" --registers "$W/none" --format json || true
      serial=$(basename "$W"/reg/stamps/*.jws .jws)
      "$A" stamp void "$serial" --reason machine-changed --by B --key "$K" --registers "$W/reg" --trust "$T"
      "$A" stamp verify --trust "$T" --registers "$W/none" --format json || echo "exit $?"
      """
    let run = try Run(
      "/usr/bin/unshare", ["--mount", "/bin/sh", "-c", steps],
      environment: [
        "A": Built.airseal, "F": facts, "K": key, "T": sample.trust, "W": sample.scratch.path,
      ])
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.output.contains(MachineFiles.stamp))
    for code in ["other_machine", "part_changed", "test_key", "network_card_added"] {
      #expect(!run.output.contains(code), "\(run.output)")
    }
    #expect(run.output.contains("\"voided\"") && run.output.hasSuffix("exit 2\n"), "\(run.output)")
  }

  @Test("Facts of another machine, or of none, use no number", .enabled(if: canUnshare))
  func isRefusedBeforeANumberIsUsed() throws {
    let sample = try StampedSample()
    let run = try sample.issue(["--place"])
    #expect(run.status == 64, "\(run.errors)")
    #expect(try Registers(reading: RegisterFolder(sample.registers))?.stamps().isEmpty != false)
  }
}
