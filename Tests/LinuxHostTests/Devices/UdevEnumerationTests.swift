import LinuxHost
import TestSupport
import Testing

/// libudev itself over recorded devices: this test program runs a second time below umockdev-run.
@Suite struct UdevEnumerationTests {
  private static let isMocked = InnerRun.isInside("mocked-devices")

  @Test(.enabled(if: !isMocked))
  func enumeratesLikeTheRecording() throws {
    let result = try InnerRun.run(
      "mocked-devices", wrapper: ["/usr/bin/umockdev-run", "-d", Fixture.path("workstation.umockdev"), "--"],
      filter: "UdevEnumerationTests/seesRecordedDevices")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("with 1 test"), "\(result.output)")
  }

  @Test(.enabled(if: isMocked))
  func seesRecordedDevices() throws {
    let recorded = try UmockdevFile(Fixture.text("workstation.umockdev"), path: "f").devices
    for subsystem in ["usb", "net", "pci", "ieee80211", "rfkill", "block", "tty", "scsi"] {
      let live = try LiveHost().devices([subsystem]).sorted { $0.syspath < $1.syspath }
      let expected = recorded.filter { $0.subsystem == subsystem }.sorted { $0.syspath < $1.syspath }
      #expect(live.map(\.syspath) == expected.map(\.syspath))
      #expect(live.map(\.type) == expected.map(\.type))
      #expect(live.map(\.driver) == expected.map(\.driver))
      #expect(live.map(\.attributes) == expected.map(\.attributes))
    }
    #expect(try LiveHost().devices(["usb"]).first { $0.name == "1-2" }?.properties["ID_MTP_DEVICE"] == "1")
  }
}
