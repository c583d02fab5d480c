import Collectors
import Facts
import Foundation
import LinuxHost
import Rules
import Scanning
import TestSupport
import Testing

/// Several mounted roots of one machine, scanned as one.
@Suite struct SeveralRootsTests {
  private static let letter = "home/canbo/cong-van.txt"
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func root(_ name: String, _ files: [String: String]) throws -> String {
    let folder = "\(scratch.path)/\(name)"
    let base = ["etc/os-release": "ID=debian\nVERSION_ID=\"12\"\n", "etc/machine-id": "\(name)\n"]
    for (path, text) in base.merging(files, uniquingKeysWith: { $1 }) {
      let target = "\(folder)/\(path)"
      try FileManager.default.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: target))
    }
    return folder
  }

  private func store(_ roots: [String]) throws -> FactsStore {
    let options = CollectorOptions(rules: Built.rules, worker: Built.worker)
    return try ScanRun.collect(
      from: FactsOrigin.roots(roots, liveHardware: false).openAll(), options, monitor: SilentMonitor())
  }

  @Test("What one system holds meets what the other did, and paths say which is which")
  func oneMachine() throws {
    let secret = "BỘ CÔNG AN\nTỐI MẬT\nSố: 12/BC-X\nBÁO CÁO\nNội dung\n"
    let a = try root("a", [Self.letter: secret])
    let b = try root(
      "b", ["var/lib/NetworkManager/timestamps": "[timestamps]\nu=1779246600\n"])
    let store = try store([a, b])
    let contact = try #require(
      store.all(NetworkContact.self).first { $0.source == "network_manager_state" })
    #expect(contact.path == b + "/var/lib/NetworkManager/timestamps")
    #expect(try store.all(Scan.self).map(\.root) == ["\(a), \(b)"])
    #expect(try store.all(DocumentScan.self).contains { $0.path == "\(a)/\(Self.letter)" })
    #expect(try store.all(OperatingSystem.self).count == 2)
  }

  @Test("A table is as good as its worst root, and hardware is asked of the first only")
  func statuses() throws {
    let a = try root("a", [:])
    let b = try root("b", ["var/lib/airseal/origin.jws": "x\n"])
    let records = try store([a, b]).all(CollectionRecord.self)
    let links = records.filter { $0.source == "network_interface" }
    #expect(links.count == 1 && links[0].status == .notCollected && links[0].detail.hasPrefix(a + ":"))
    let apt = records.filter { $0.source == "apt" && $0.tableName == "network_contact" }
    #expect(apt.count == 2 && apt.contains { $0.detail.hasPrefix(b + ":") })
  }

  @Test("A system that is a root of its own is no foreign system")
  func foreignSystems() throws {
    let files = ["mnt/d/etc/os-release": "ID=fedora\n", "mnt/e/etc/os-release": "ID=arch\n"]
    let a = try root("a", files)
    #expect(try systems([a]) == [a + "/mnt/d/etc/os-release", a + "/mnt/e/etc/os-release"])
    #expect(try systems([a, a + "/mnt/d"]) == [a + "/mnt/e/etc/os-release"])
  }

  private func systems(_ roots: [String]) throws -> [String] {
    let rows = try store(roots).all(OtherSystem.self).map(\.path).sorted()
    return roots.count == 1 ? rows.map { roots[0] + $0 } : rows
  }
}
