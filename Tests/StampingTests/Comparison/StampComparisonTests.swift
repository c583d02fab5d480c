import Attestation
import Facts
import Stamping
import Testing

/// What changed on a machine since it was stamped, each by its name.
@Suite struct StampComparisonTests {
  private func codes(_ change: (StampedMachine) -> Void) throws -> [String] {
    let machine = try StampedMachine()
    let comparison = StampComparison(try machine.signed())
    change(machine)
    return comparison.changes(try machine.facts()).map(\.code)
  }

  @Test func anUnchangedMachine() throws {
    #expect(try codes { _ in } == [])
  }

  @Test func anotherDisk() throws {
    #expect(try codes { $0.identity[3].value = "SSD0002" } == ["part_changed.disk"])
  }

  @Test func aFurtherDisk() throws {
    let more = MachineIdentity(component: .disk, name: "serial", value: "SSD0009")
    let machine = try StampedMachine()
    let comparison = StampComparison(try machine.signed())
    machine.identity.append(more)
    #expect(
      comparison.changes(try machine.facts()) == [.partChanged(.disk, new: ["SSD0009"], gone: 0)])
  }

  @Test func aWirelessCard() throws {
    let found = try codes { machine in
      machine.identity.append(
        MachineIdentity(component: .nic, name: "address", value: "00:00:5e:00:53:20"))
      machine.radios.append(Radio(subject: "00:00:5e:00:53:20", kind: .wifi, syspath: "/new"))
    }
    #expect(found == ["network_card_added", "radio_added"])
  }

  @Test func theSettledRadioMayStay() throws {
    #expect(try codes { $0.radios[0].driver = nil } == [])
    #expect(try codes { $0.radios = [] } == [])
  }

  @Test func aSettledRadioThatWorksAgain() throws {
    #expect(try codes { $0.radios[0].enabled = true } == ["radio_enabled"])
    #expect(
      try codes { machine in
        machine.radios[0].subject = "00:00:5e:00:53:99"
        machine.radios[0].enabled = true
      } == ["radio_enabled"])
  }

  @Test func anotherRadioInTheSamePlace() throws {
    let machine = try StampedMachine()
    machine.radios[0].subject = "pci:0000:00:14.3"
    machine.radios[0].model = "8086:2723"
    let comparison = StampComparison(try machine.signed())
    #expect(comparison.changes(try machine.facts()).isEmpty)
    machine.radios[0].model = "10ec:c822"
    #expect(comparison.changes(try machine.facts()).map(\.code) == ["radio_added"])
  }

  @Test(
    "Devices that come", arguments: [(UsbKind.phone, 1), (.storage, 1), (.wifi, 1), (.hid, 0), (.hub, 0)])
  func devices(kind: UsbKind, count: Int) throws {
    #expect(try codes { $0.devices = [StampedMachine.device(kind, serial: "A1B2C3D4")] }.count == count)
  }

  @Test(
    "A medium of the register", arguments: [(DeviceStanding.valid, 0), (.revoked, 1), (.unregistered, 0)])
  func registered(now standing: DeviceStanding, count: Int) throws {
    let machine = try StampedMachine()
    machine.registered = [
      RegisteredDevice(
        vendorId: "18d1", productId: "4ee1", serial: "A1B2C3D4", identity: "18d1:4ee1:A1B2C3D4", owner: "A",
        unit: "B", purpose: .secret, origin: .purchased, registeredAt: 1, validUntil: .max, standing: .valid,
        key: "k")
    ]
    let comparison = StampComparison(try machine.signed())
    machine.devices = [StampedMachine.device(.storage, serial: "A1B2C3D4", standing: standing)]
    #expect(comparison.changes(try machine.facts()).count == count)
    machine.devices = [StampedMachine.device(.storage, serial: "FFFF0000", standing: .unregistered)]
    #expect(comparison.changes(try machine.facts()).count == 1)
  }

  @Test func anotherSystem() throws {
    let found = try codes { machine in
      machine.system.id = "ubuntu"
      machine.identity[5].value = "00000000000000000000000000000000"
    }
    #expect(found == ["part_changed.machine_id", "system_replaced"])
  }

  @Test func anotherMachine() throws {
    let found = try codes { machine in
      for index in machine.identity.indices { machine.identity[index].value += "x" }
    }
    #expect(found == ["other_machine"])
  }

  @Test func firmwareIsOnlyNoted() throws {
    let machine = try StampedMachine()
    let comparison = StampComparison(try machine.signed())
    machine.identity[6].value = "2.00"
    #expect(comparison.changes(try machine.facts()).isEmpty)
    #expect(comparison.notes(try machine.facts()).map(\.code) == ["part_changed.firmware"])
  }

  @Test func theClockAndTheEnd() throws {
    let comparison = StampComparison(try StampedMachine().signed())
    func codes(_ now: Int64) -> [String] { comparison.ownFaults(now: now, revocation: nil).map(\.code) }
    #expect(codes(StampedMachine.issued) == [])
    #expect(codes(StampedMachine.issued - 1) == ["clock_set_back"])
    #expect(codes(StampedMachine.validUntil) == [])
    #expect(codes(StampedMachine.validUntil + 1) == ["expired"])
  }

  @Test("A key for tests speaks of recordings and roots only", arguments: ScanNature.allCases)
  func testKey(nature: ScanNature) throws {
    let machine = try StampedMachine()
    machine.nature = nature
    let comparison = StampComparison(try machine.signed())
    let faults = comparison.ownFaults(now: StampedMachine.issued, revocation: nil).map(\.code)
    #expect(faults == (nature == .live ? ["test_key"] : []))
    machine.nature = .live
    #expect(comparison.changes(try machine.facts()) == [.testKey])
  }

  @Test("A table that was not read says nothing about its part", arguments: StampFacts.tables.map(\.name))
  func blind(table: String) throws {
    let machine = try StampedMachine()
    machine.statuses[table] = .incomplete
    #expect(try machine.facts().blindTables == [table])
  }
}
