import Foundation
import Journal
import LinuxHost
import TestSupport
import Testing

@testable import Monitoring

/// A recorded phone is plugged in and out while the monitor listens.
@Suite struct DeviceMonitorTests {
  private static let isMocked = InnerRun.isInside("device-monitor")
  private static let variable = "AIRSEAL_HOTPLUG_READY"

  @Test(.enabled(if: !isMocked))
  func hearsAPhoneOfAMoment() throws {
    let scratch = try Scratch()
    let ready = scratch.path + "/ready"
    let recording = Built.root + "/samples/devices/samsung-mtp.umockdev"
    let result = try InnerRun.run(
      "device-monitor",
      wrapper: [
        "\(Self.variable)=\(ready)", "AIRSEAL_HOTPLUG_SECONDS=0.05", "/usr/bin/umockdev-wrapper",
        "/usr/bin/python3", Fixture.path("hotplug.py"), recording, ready,
      ],
      filter: "DeviceMonitorTests/writesThePhone")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("with 1 test"), "\(result.output)")
  }

  @Test(.enabled(if: isMocked))
  func writesThePhone() async throws {
    let journal = try TestJournal()
    let monitor = try DeviceMonitor(
      recorder: journal.recorder, describe: try DeviceDescription(rules: Built.rules),
      clock: journal.clock)
    try await journal.running(monitor.run) {
      let ready = try #require(ProcessInfo.processInfo.environment[Self.variable])
      #expect(FileManager.default.createFile(atPath: ready, contents: nil))
      let entries = try await journal.entries { $0.contains { $0.kind == .deviceRemoved } }
      let added = try #require(entries.first { $0.kind == .deviceAdded && $0.detail["type"] == "usb_device" })
      #expect(added.detail["kind"] == "phone" && added.detail["vendor_id"] == "04e8")
      let removed = try #require(
        entries.first { $0.kind == .deviceRemoved && $0.detail["type"] == "usb_device" })
      #expect(removed.detail["kind"] == "phone" && removed.detail["vendor_id"] == "04e8")
      let finding = FindingEvents(registered: []).check(added)
      #expect(finding == "phone_attached")
    }
  }
}
