import Facts
import LinuxHost
import TestSupport
import Testing

@testable import Collectors

@Suite struct LogUsbHistoryCollectorTests {
  private let text = """
    Dec 31 23:50:00 ws kernel: [  100.5] usb 1-2: New USB device found, idVendor=0951, idProduct=1666, bcdDevice= 1.00
    Dec 31 23:50:00 ws kernel: [  100.5] usb 1-2: SerialNumber: 60A44C
    Dec 31 23:50:01 ws kernel: [  101.5] usb-storage 1-2:1.0: USB Mass Storage device detected
    Jan  1 00:10:00 ws kernel: [ 1300.5] usb 1-2: USB disconnect, device number 5

    """

  @Test func givesTheRightYearAndCountsALineOnce() throws {
    let written: Int64 = 1_767_200_000
    let tree = try TemporaryTree().packages("rsyslog").file("var/log/kern.log", text, at: written)
      .file("var/log/syslog", text, at: written)
    let found = try LogUsbHistoryCollector.run(on: tree)
    let rows: [UsbDeviceHistory] = found.rows()
    #expect(found.status == .complete)
    #expect(rows.map(\.kind) == [.storage])
    #expect(rows.map(\.occurrences) == [1])
    #expect(rows.map(\.firstSeen) == [CivilTime(digits: "2025 12 31 16 50 0")?.utc])
    #expect(rows.map(\.lastSeen) == [CivilTime(digits: "2025 12 31 17 10 0")?.utc])
  }

  @Test func faultsEndAsGaps() throws {
    let tree = try TemporaryTree().packages("rsyslog").file("var/log/kern.log", text).fifo("var/log/syslog")
    let found = try LogUsbHistoryCollector.run(on: tree)
    #expect(found.status == .incomplete)
    #expect(found.gaps.map(\.reason) == [.notRegularFile])
    #expect(found.rows(UsbDeviceHistory.self).count == 1)
  }
}
