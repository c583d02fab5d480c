import Attestation
import Facts
import Scanning
import Testing

@Suite struct DeviceSightingTests {
  private func device(_ serial: String?, _ kind: UsbKind = .storage, _ purpose: DevicePurpose = .none)
    -> UsbDevice
  {
    UsbDevice(
      syspath: "/x", port: "1-1", vendorId: "0781", productId: "5567", serial: serial, kind: kind,
      interfaces: ":", drivers: "", purpose: purpose)
  }

  private func statements(_ attached: [UsbDevice], _ past: [UsbDeviceHistory] = [])
    -> [DeviceSightingStatement]
  {
    DeviceSightingStatement.all(
      attached: attached, past: past, at: 2000, machine: "m", use: .open, facts: "f", issued: 3000)
  }

  @Test func onlyDevicesThatCanBeToldApart() {
    #expect(statements([device(nil), device("0123456789ABCDEF"), device("A1B2C3D4", .hid)]).isEmpty)
    #expect(statements([device("A1B2C3D4", .storage, .inspection)]).isEmpty)
    #expect(statements([device("A1B2C3D4")]).map(\.serial) == ["A1B2C3D4"])
  }

  @Test func attachedAndPastAreOneSighting() throws {
    let past = UsbDeviceHistory(
      vendorId: "0781", productId: "5567", serial: "A1B2C3D4", kind: .storage, confidence: .high, source: "x",
      path: "/x", firstSeen: 1000, lastSeen: 1500, occurrences: 2)
    let found = statements([device("A1B2C3D4")], [past])
    #expect(found.count == 1 && found.first?.first == 1000 && found.first?.last == 2000)
  }
}
