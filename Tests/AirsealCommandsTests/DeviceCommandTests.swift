import Foundation
import TestSupport
import Testing

/// The register of devices at the command line, and what a scan makes of it.
@Suite struct DeviceCommandTests {
  let scratch: Scratch
  var key: String { scratch.path + "/key" }
  var trust: String { scratch.path + "/issuers" }
  var register: String { scratch.path + "/devices.jws" }

  init() throws {
    scratch = try Scratch()
    #expect(try Run(Built.airseal, ["key", "new", key, "--name", "A", "--test"]).status == 0)
    #expect(try Run(Built.airseal, ["key", "trust", key + ".pub", "--trust", trust]).status == 0)
  }

  private func device(_ arguments: [String]) throws -> Run {
    try Run(Built.airseal, ["device"] + arguments + ["--register", register, "--trust", trust])
  }

  private func add(_ serial: String, _ more: [String] = []) throws -> Run {
    try device(
      ["register", "--usb", "0781:5567", "--serial", serial, "--owner", "Nguyễn Văn A", "--unit", "Phòng B"]
        + ["--purpose", "secret", "--origin", "purchased", "--key", key] + more)
  }

  @Test func registersListsAndRevokes() throws {
    #expect(try add("4C530001230104117203", ["--inspected-by", "Trần Thị B"]).status == 0)
    let listed = try device(["list"])
    #expect(listed.output.contains("4C530001230104117203") && listed.output.contains("đăng ký còn hiệu lực"))
    let revoked = try device(
      ["revoke", "--usb", "0781:5567", "--serial", "4C530001230104117203", "--reason", "Mất", "--key", key])
    #expect(revoked.status == 0, "\(revoked.errors)")
    #expect(try device(["list"]).output.contains("đã bị thu hồi"))
    #expect(try String(contentsOfFile: register, encoding: .utf8).split(separator: "\n").count == 2)
  }

  @Test func refusesWhatNamesNoDevice() throws {
    #expect(try add("0123456789ABCDEF").status == 64)
    #expect(try add(" ").status == 64)
    #expect(try add("4C53", ["--days", "0"]).status == 64)
    #expect(!FileManager.default.fileExists(atPath: register))
  }

  @Test func exportsAndImportsAllOrNothing() throws {
    #expect(try add("4C530001230104117203").status == 0)
    let copy = scratch.path + "/copy.jws"
    #expect(try device(["export", copy]).status == 0)
    let other = scratch.path + "/other.jws"
    let taken = try Run(Built.airseal, ["device", "import", copy, "--register", other, "--trust", trust])
    #expect(taken.status == 0 && taken.output.contains("1"))
    var text = try String(contentsOfFile: copy, encoding: .utf8)
    text.insert("A", at: text.index(text.startIndex, offsetBy: 40))
    try text.write(toFile: copy, atomically: true, encoding: .utf8)
    let refused = try Run(Built.airseal, ["device", "import", copy, "--register", other, "--trust", trust])
    #expect(refused.status == 4)
  }

  @Test("A stick of an open machine on one that was never connected")
  func aSightingOfAnotherMachineIsAFinding() throws {
    let recording = Built.root + "/samples/devices/stick-sandisk.umockdev"
    let tree = try TemporaryTree().devices(String(contentsOfFile: recording, encoding: .utf8))
    _ = try tree.host()
    func scan(_ folder: String, _ more: [String]) throws -> Run {
      try Run(
        Built.airseal,
        ["scan", "--recording", tree.path, "--skip", "documents", "--output", scratch.path + "/" + folder]
          + ["--format", "json"] + more)
    }
    #expect(try scan("first", []).status != 1)
    let seen = scratch.path + "/seen.jws"
    let facts = scratch.path + "/first/facts.sqlite"
    #expect(try device(["export", seen, "--facts", facts]).status == 64)
    let exported = try device(["export", seen, "--facts", facts, "--use", "open", "--key", key])
    #expect(exported.status == 0 && exported.output.contains("1"), "\(exported.errors)")
    #expect(try device(["import", seen]).status == 0)
    try tree.file("/etc/machine-id", "0123456789abcdef0123456789abcdef\n")
    let second = try scan("second", ["--devices", register, "--trust", trust])
    let rows = try Run(
      Built.airseal,
      [
        "query", "SELECT seen_on FROM usb_device WHERE kind = 'storage'", "--facts",
        scratch.path + "/second/facts.sqlite",
      ]
        + ["--format", "csv"])
    #expect(second.output.contains("usb_seen_elsewhere"))
    #expect(rows.output == "seen_on\r\nopen\n", "\(second.errors)")
  }

  @Test func anAlteredRegisterStopsTheScan() throws {
    try "x.y.z\n".write(toFile: register, atomically: true, encoding: .utf8)
    let tree = try TemporaryTree()
    _ = try tree.host()
    let scan = try Run(
      Built.airseal,
      ["scan", "--recording", tree.path, "--skip", "documents", "--output", scratch.path + "/scan"]
        + ["--devices", register, "--trust", trust])
    #expect(scan.status == 4)
  }

  @Test(arguments: [(true, ""), (false, "unregistered")])
  func aScanKnowsRegisteredDevices(isRegistered: Bool, standing: String) throws {
    if isRegistered {
      #expect(
        try add("4C530001230104117203", ["--inspected-by", "B", "--inspected-on", "2020-01-02"]).status == 0)
    }
    let recording = Built.root + "/samples/devices/stick-sandisk.umockdev"
    let now = Int64(Date().timeIntervalSince1970) + 60
    let tree = try TemporaryTree(collectedAt: now).devices(String(contentsOfFile: recording, encoding: .utf8))
    _ = try tree.host()
    let devices = isRegistered ? ["--devices", register, "--trust", trust] : []
    let scan = try Run(
      Built.airseal,
      ["scan", "--recording", tree.path, "--skip", "documents", "--output", scratch.path + "/scan"]
        + ["--format", "json"] + devices)
    #expect(scan.output.contains("usb_unregistered_attached"))
    #expect(scan.output.contains("\"standing\" : \"\(standing)\"") == !isRegistered, "\(scan.errors)")
  }
}
