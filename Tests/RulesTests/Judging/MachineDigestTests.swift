import Facts
import Rules
import Testing

@Suite struct MachineDigestTests {
  let disk = MachineIdentity(component: .disk, name: "serial", value: "D-1")
  let board = MachineIdentity(component: .board, name: "serial", value: "B-1")

  @Test func orderAndUnstablePartsDoNotMatter() {
    let digest = MachineDigest.of([disk, board])
    #expect(digest.count == 64)
    #expect(MachineDigest.of([board, disk]) == digest)
    for component in [MachineComponent.firmware, .hostname, .processor] {
      let part = MachineIdentity(component: component, name: "name", value: "x")
      #expect(MachineDigest.of([disk, board, part]) == digest)
    }
  }

  @Test func stablePartsMatter() {
    let digest = MachineDigest.of([disk, board])
    for component in [MachineComponent.system, .board, .chassis, .disk, .nic, .machineId] {
      let part = MachineIdentity(component: component, name: "serial", value: "x")
      #expect(MachineDigest.of([disk, board, part]) != digest)
    }
  }
}
