import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct NetworkManagerProfileCollectorTests {
  private let profile = """
    [connection]
    id=Nha rieng
    uuid=6c0f3d0e-6a38-4a0e-9a55-0c6a1f2f7b10
    type=wifi
    interface-name=wlp2s0

    [wifi]
    ssid=78;104;195;160;
    """

  @Test func readsKeyFilesAndNetplan() throws {
    let tree = try TemporaryTree().packages("network-manager")
      .file("etc/NetworkManager/system-connections/a.nmconnection", profile, at: 1_780_000_000, mode: 0o600)
      .file(
        "etc/netplan/90-NM-0d8f4f3a-53c5-4a0f-9f0b-5d3f4f0e2a11.yaml",
        """
        network:
          version: 2
          wifis:
            NM-0d8f4f3a-53c5-4a0f-9f0b-5d3f4f0e2a11:
              renderer: NetworkManager
              match: { name: wlp2s0 }
              access-points:
                "Van phong":
                  networkmanager: { uuid: 0d8f4f3a-53c5-4a0f-9f0b-5d3f4f0e2a11, name: Van phong 1 }
        """)
    let found = try NetworkManagerProfileCollector.run(on: tree)
    let rows: [NetworkProfile] = found.rows()
    #expect(found.status == .complete)
    #expect(rows.map(\.name) == ["Nha rieng", "Van phong 1"])
    #expect(rows.map(\.ssid) == ["Nhà", "Van phong"])
    #expect(rows.map(\.interface) == ["wlp2s0", "wlp2s0"])
    #expect(rows.map(\.uuid.count) == [36, 36])
    #expect(rows.map(\.modifiedAt).first == 1_780_000_000)
  }

  @Test func aFileThatTheUserMayNotReadIsAGap() throws {
    let tree = try TemporaryTree().packages("network-manager")
      .file("etc/NetworkManager/system-connections/a.nmconnection", profile, mode: 0o600)
    tree.readAs = 1001
    let found = try NetworkManagerProfileCollector.run(on: tree)
    #expect(found.status == .incomplete)
    #expect(found.gaps.map(\.reason) == [.permissionDenied])
  }

  @Test func absenceIsKnownOrNamed() throws {
    #expect(
      try NetworkManagerProfileCollector.run(on: TemporaryTree().packages("apt")).status == .doesNotExist)
    #expect(
      try NetworkManagerProfileCollector.run(on: TemporaryTree().packages("network-manager")).reason
        == .expectedButAbsent)
  }
}
