import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct NetworkPrintCollectorTests {
  private static let printers = """
    <Printer P1>
    DeviceURI socket://192.168.1.60:9100
    </Printer>
    <DefaultPrinter P2>
    DeviceURI usb://HP/LaserJet?serial=1
    </DefaultPrinter>
    """

  @Test func jobsToPrintersOnTheNetwork() throws {
    let line = " an 12 [20/May/2026:10:10:00 +0700] 1 1 - localhost KH - -\n"
    let tree = try TemporaryTree().file("etc/cups/printers.conf", Self.printers)
      .file("var/log/cups/page_log", "P1\(line)P2\(line)")
    let rows = try NetworkPrintCollector.run(on: tree).rows(NetworkContact.self)
    #expect(rows.count == 1 && rows[0].peer == "192.168.1.60" && rows[0].kind == .networkPrint)
    #expect(rows[0].lastSeen == 1_779_246_600 && rows[0].account == "an" && rows[0].name == "P1")
  }

  @Test func aPrinterThatIsOnlySetUp() throws {
    let result = try NetworkPrintCollector.run(
      on: TemporaryTree().file("etc/cups/printers.conf", Self.printers))
    #expect(result.rows(NetworkContact.self).isEmpty && result.status == .complete)
  }
}
