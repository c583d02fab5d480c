import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing
import Yaml

@testable import Collectors

/// The recordings of samples/devices: each gives its kind while attached, and again from the log after it was unplugged.
@Suite struct RecordedDevicesTests {
  struct Expected: Decodable, Sendable {
    var kind: String
    var suspicions: [String]?
    /// What the log alone tells, where that is less.
    var history: String?
  }

  static let folder = URL(fileURLWithPath: Fixture.folder).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("samples/devices").path

  static let expected: [String: Expected] = load()

  private static func load() -> [String: Expected] {
    do {
      let text = try String(contentsOfFile: folder + "/expected.yaml", encoding: .utf8)
      return try StrictDecoder.decode([String: Expected].self, from: text)
    } catch {
      Issue.record(error)
      return [:]
    }
  }

  private func recording(_ name: String) throws -> String {
    try String(contentsOfFile: "\(Self.folder)/\(name).umockdev", encoding: .utf8)
  }

  @Test func everyRecordingIsExpected() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    let names = files.filter { $0.hasSuffix(".umockdev") }.map { String($0.dropLast(".umockdev".count)) }
    #expect(Set(names) == Set(Self.expected.keys))
    #expect(names.count >= 50)
  }

  @Test(arguments: Array(expected.keys).sorted()) func kindOfAnAttachedDevice(_ name: String) throws {
    let found = try UsbDeviceCollector.run(on: TemporaryTree().devices(recording(name)))
    #expect(found.status == .complete)
    let devices = found.rows(UsbDevice.self).filter { !$0.port.hasPrefix("usb") }
    try #require(devices.count == 1)
    #expect(devices[0].kind.rawValue == Self.expected[name]?.kind)
    #expect(devices[0].descriptors == .read)
    #expect(devices[0].configurations >= 1)
    let settings = found.rows(UsbInterface.self).filter { $0.syspath == devices[0].syspath }
    #expect(!settings.isEmpty && settings.contains(where: \.active))
    let odd = found.rows(UsbSuspicion.self).map(\.suspicion.rawValue)
    #expect(odd == Self.expected[name]?.suspicions ?? [])
  }

  /// Every device was on its port once; the log tells ids, names, drivers and what programs saw.
  @Test func kindsFromTheLogAlone() throws {
    let log = try String(contentsOfFile: Self.folder + "/session.log", encoding: .utf8)
    let tree = try TemporaryTree(collectedAt: 1_795_000_000).packages("rsyslog")
      .file("var/log/syslog", log, at: 1_794_990_000)
    let rows = try DeviceHistoryCollector.run(on: tree).rows(UsbDeviceHistory.self)
    for (name, expected) in Self.expected.sorted(by: { $0.key < $1.key }) {
      let ids = try ids(of: name)
      let row = rows.first { $0.vendorId == ids.vendor && $0.modes?.contains(ids.product) == true }
      let told = [expected.history, expected.kind].compactMap { $0 }[0]
      #expect(row?.kind.rawValue == told, "\(name) \(String(describing: row))")
    }
  }

  private func ids(of name: String) throws -> (vendor: String, product: String) {
    let devices = try UmockdevFile(recording(name), path: name).devices
    let device = try #require(devices.first { $0.type == "usb_device" && !$0.name.hasPrefix("usb") })
    return (device.attributes["idVendor"] ?? "", device.attributes["idProduct"] ?? "")
  }
}
