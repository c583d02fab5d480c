import LinuxHost
import TestSupport
import Testing

@Suite struct UmockdevFileTests {
  @Test func readsPropertiesAttributesAndDrivers() throws {
    let devices = try UmockdevFile(Fixture.text("workstation.umockdev"), path: "f").devices
    let stick = try #require(devices.first { $0.name == "1-3:1.0" })
    #expect(stick.subsystem == "usb" && stick.type == "usb_interface" && stick.driver == "usb-storage")
    #expect(stick.attributes["bInterfaceClass"] == "08")
    let disk = try #require(devices.first { $0.name == "0:0:0:0" })
    #expect(disk.attributes["model"] == "SAMPLE SSD 512")
  }

  @Test func undoesEscapes() throws {
    let text = "P: /devices/a\nE: SUBSYSTEM=usb\nA: product=C\\303\\240 ph\\303\\252 \\\"1\\\"\\\\\\n\n"
    #expect(try UmockdevFile(text, path: "f").devices.first?.attributes["product"] == "Cà phê \"1\"\\")
  }

  @Test func keepsOnlyAttributesThatALiveScanReads() throws {
    let text = "P: /devices/a\nA: serial=1\nA: uevent=DEVTYPE=x\nH: descriptors=1201\n"
    #expect(try UmockdevFile(text, path: "f").devices.first?.attributes == ["serial": "1"])
  }

  @Test(arguments: [
    ("E: A=b\n", 1), ("P: /devices/a\nX: y=z\n", 2), ("P: /sys/a\n", 1), ("P: /devices/a\n\nE: AB\n", 3),
    ("nonsense\n", 1),
  ])
  func namesTheLineOfAnError(text: String, line: Int) {
    let error = #expect(throws: RecordingError.self) { try UmockdevFile(text, path: "f") }
    #expect(error?.line == line)
  }
}
