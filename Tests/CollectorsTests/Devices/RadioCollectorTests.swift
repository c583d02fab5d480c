@testable import Collectors
import Facts
import LinuxHost
import TestSupport
import Testing

@Suite struct RadioCollectorTests {
  private func radios(_ text: String, _ tree: TemporaryTree? = nil) throws -> Collected {
    try RadioCollector.run(on: (try tree ?? TemporaryTree()).devices(text))
  }

  @Test func oneRowForEachRadio() throws {
    let result = try radios(Fixture.text("workstation.umockdev"))
    let rows = result.rows(Radio.self)
    #expect(rows.map(\.kind) == [.wifi, .bluetooth])
    let wifi = try #require(rows.first)
    #expect(wifi.subject == "02:00:5e:10:00:02" && wifi.bus == "pci" && wifi.driver == "iwlwifi")
    #expect(wifi.model == "Intel Corporation Wireless 8265 / 8275")
    #expect(wifi.softBlocked && !wifi.hardBlocked && wifi.enabled)
    let bluetooth = rows[1]
    #expect(bluetooth.subject == "usb:1-8" && bluetooth.driver == nil && !bluetooth.enabled)
  }

  @Test func aHardSwitchDisables() throws {
    let text = try Fixture.text("workstation.umockdev").replacing("A: hard=0", with: "A: hard=1")
    let wifi = try #require(try radios(text).rows(Radio.self).first)
    #expect(wifi.hardBlocked && !wifi.enabled)
  }

  @Test func aSwitchOfTheMainboardHoldsForItsKind() throws {
    let text =
      try Fixture.text("workstation.umockdev") + """

        P: /devices/platform/laptop_acpi
        E: SUBSYSTEM=platform
        L: driver=../../bus/platform/drivers/laptop_acpi

        P: /devices/platform/laptop_acpi/rfkill/rfkill1
        E: SUBSYSTEM=rfkill
        A: type=wlan
        A: soft=0
        A: hard=1

        P: /devices/platform/laptop_acpi/rfkill/rfkill2
        E: SUBSYSTEM=rfkill
        A: type=wwan
        A: soft=1
        A: hard=0

        """
    let rows = try radios(text).rows(Radio.self)
    #expect(rows.map(\.kind) == [.wifi, .bluetooth, .wwan])
    #expect(rows[0].hardBlocked && !rows[0].enabled)
    #expect(rows[2].softBlocked && rows[2].enabled && rows[2].driver == "laptop_acpi")
  }

  @Test func cardsWithoutADriverCount() throws {
    let rows = try radios(
      """
      P: /devices/pci0000:00/0000:00:1c.0
      E: SUBSYSTEM=pci
      A: class=0x060400
      L: driver=../drivers/pcieport

      P: /devices/pci0000:00/0000:00:1c.0/0000:04:00.0
      E: SUBSYSTEM=pci
      A: class=0x028000
      A: vendor=0x10ec
      A: device=0xc821

      P: /devices/pci0000:00/0000:05:00.0
      E: SUBSYSTEM=pci
      A: class=0x0d1100

      P: /devices/pci0000:00/0000:06:00.0
      E: SUBSYSTEM=pci
      A: class=0x0d4000

      P: /devices/pci0000:00/0000:07:00.0
      E: SUBSYSTEM=pci
      A: class=0x020000

      """, TemporaryTree().file("/lib/modules/6.1.0/modules.alias", "alias pci:v1d2 x\n")
    ).rows(Radio.self)
    #expect(rows.map(\.kind) == [.wifi, .bluetooth, .wwan])
    #expect(rows.allSatisfy { !$0.enabled && $0.driver == nil })
    #expect(rows[0].subject == "pci:0000:04:00.0" && rows[0].model == "0x10ec:0xc821")
  }

  private let wifiStick = """
    P: /devices/pci0000:00/0000:00:14.0/usb1/1-4
    E: SUBSYSTEM=usb
    E: DEVTYPE=usb_device
    A: idVendor=0cf3
    A: idProduct=9271

    P: /devices/pci0000:00/0000:00:14.0/usb1/1-4/1-4:1.0
    E: SUBSYSTEM=usb
    E: DEVTYPE=usb_interface
    E: MODALIAS=usb:v0CF3p9271d0108dcFFdscFFdpFFicFFisc00ip00in00
    A: bInterfaceClass=ff
    A: bInterfaceSubClass=00
    A: bInterfaceProtocol=00

    """

  @Test func aStickWithoutADriverIsKnownByTheSystemsDrivers() throws {
    let tree = try TemporaryTree()
      .file("/lib/modules/6.1.0/modules.alias", "alias usb:v0CF3p9271d*dc*dsc*dp*ic*isc*ip*in* ath9k_htc\n")
      .file("/lib/modules/6.1.0/modules.dep", "kernel/drivers/net/wireless/ath/ath9k/ath9k_htc.ko.xz: a.ko\n")
    let result = try radios(wifiStick, tree)
    #expect(result.status == .complete)
    #expect(result.rows(Radio.self).map(\.kind) == [.wifi])
    #expect(result.rows(Radio.self).first?.subject == "usb:1-4")
  }

  @Test func aStickThatNothingKnowsIsAGap() throws {
    let result = try radios(wifiStick.replacing("9271", with: "9999"))
    #expect(result.status == .incomplete && result.reason == .unknownType)
  }

  @Test func aStickOfAKnownSeriesIsARadioWithoutAnyDriver() throws {
    let radio = try radios(wifiStick).rows(Radio.self).first
    #expect(radio?.kind == .wifi && radio?.enabled == false)
  }

  @Test func aWiredCardOfTheOtherClassIsNoRadio() throws {
    let rows = try radios(
      """
      P: /devices/pci0000:00/0000:04:00.0
      E: SUBSYSTEM=pci
      A: class=0x028000
      L: driver=../drivers/mlx5_core

      P: /devices/pci0000:00/0000:04:00.0/net/enp4s0
      E: SUBSYSTEM=net

      """
    ).rows(Radio.self)
    #expect(rows.isEmpty)
  }

  @Test func virtualRadiosStayApart() throws {
    let rows = try radios(
      """
      P: /devices/virtual/mac80211_hwsim/hwsim0/ieee80211/phy0
      E: SUBSYSTEM=ieee80211

      P: /devices/virtual/mac80211_hwsim/hwsim1/ieee80211/phy1
      E: SUBSYSTEM=ieee80211

      P: /devices/virtual/bluetooth/hci0
      E: SUBSYSTEM=bluetooth
      E: DEVTYPE=host

      P: /devices/virtual/bluetooth/hci1
      E: SUBSYSTEM=bluetooth
      E: DEVTYPE=host

      """
    ).rows(Radio.self)
    #expect(rows.count == 4)
  }

  @Test func theRunningSystemsSwitchesSayNothingOfADisk() throws {
    let tree = try TemporaryTree()
    let result = try RadioCollector.run(on: RootHost(root: tree.real("/"), hardware: true))
    #expect(result.status == .incomplete && result.reason == .needsRunningKernel)
  }

  @Test func withoutDevicesNothingIsKnown() throws {
    #expect(try RadioCollector.run(on: TemporaryTree()).status == .notCollected)
  }

  @Test func aMachineWithoutRadiosIsComplete() throws {
    let result = try radios("")
    #expect(result.status == .complete && result.facts.isEmpty)
  }
}
