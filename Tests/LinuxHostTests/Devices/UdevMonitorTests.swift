import Foundation
import LinuxHost
import TestSupport
import Testing

/// A recorded phone is plugged in and out while this test program listens.
@Suite struct UdevMonitorTests {
  private static let isMocked = InnerRun.isInside("hotplug")
  private static let variable = "AIRSEAL_HOTPLUG_READY"

  @Test(.enabled(if: !isMocked))
  func hearsADeviceComeAndGo() throws {
    let scratch = try Scratch()
    let ready = scratch.path + "/ready"
    let recording = Built.root + "/samples/devices/samsung-mtp.umockdev"
    let result = try InnerRun.run(
      "hotplug",
      wrapper: [
        "\(Self.variable)=\(ready)", "/usr/bin/umockdev-wrapper", "/usr/bin/python3",
        Fixture.path("hotplug.py"), recording, ready,
      ],
      filter: "UdevMonitorTests/listens")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("with 1 test"), "\(result.output)")
  }

  @Test(.enabled(if: isMocked))
  func listens() throws {
    let monitor = try UdevMonitor(["usb"])
    let ready = try #require(ProcessInfo.processInfo.environment[Self.variable])
    #expect(FileManager.default.createFile(atPath: ready, contents: nil))
    let patience: Int32 = 20_000
    let added = try #require(try monitor.next(within: patience))
    #expect(added.action == "add" && added.device.properties["ID_MTP_DEVICE"] == "1")
    var last = added
    for _ in 0..<10 where last.action != "remove" || last.device.syspath != added.device.syspath {
      last = try #require(try monitor.next(within: patience))
    }
    #expect(last.action == "remove" && last.device.syspath == added.device.syspath)
  }
}
