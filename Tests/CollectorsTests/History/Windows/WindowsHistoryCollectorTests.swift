import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct WindowsHistoryCollectorTests {
  private static let config = "mnt/windows/Windows/System32/config"
  private static let version = "Microsoft\\Windows NT\\CurrentVersion"

  /// SYSTEMTIME of 20 May 2026, 10:10:00.
  private static let may: [UInt8] = [0xea, 0x07, 5, 0, 3, 0, 20, 0, 10, 0, 10, 0, 0, 0, 0, 0]

  private func software(_ profiles: [HiveBuilder.Key]) -> [UInt8] {
    HiveBuilder.hive([
      .path(
        Self.version, [.number("InstallDate", 1_770_000_000)],
        [.path("NetworkList\\Profiles", [], profiles)])
    ])
  }

  private func system(_ server: String, _ name: String) -> [UInt8] {
    let control = "Control\\Network\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\{A}\\Connection"
    let lease: [HiveBuilder.Value] = [
      .text("DhcpServer", server), .text("DhcpIPAddress", "192.168.1.9"),
      .number("LeaseObtainedTime", 1_779_246_600),
    ]
    return HiveBuilder.hive([
      .init("Select", [.number("Current", 1)]),
      .init(
        "ControlSet001", [],
        [
          .path("Services\\Tcpip\\Parameters\\Interfaces\\{A}", lease), .path(control, [.text("Name", name)]),
        ]),
    ])
  }

  private func rows(_ software: [UInt8], _ system: [UInt8]) throws -> [NetworkContact] {
    let tree = try TemporaryTree().file("\(Self.config)/SOFTWARE", bytes: software)
      .file("\(Self.config)/SYSTEM", bytes: system)
    let result = try WindowsHistoryCollector.run(on: tree)
    #expect(result.status == .complete, "\(result.gaps)")
    return result.rows()
  }

  @Test func networksThatWindowsJoined() throws {
    let profiles: [HiveBuilder.Key] = [
      .init(
        "{1}",
        [
          .text("ProfileName", "Văn phòng"), .number("NameType", 71), .binary("DateCreated", Self.may),
          .binary("DateLastConnected", Self.may),
        ]),
      .init(
        "{2}", [.text("ProfileName", "Viettel"), .number("NameType", 243), .binary("DateCreated", Self.may)]),
    ]
    let rows = try rows(software(profiles), system("192.168.1.1", "Wi-Fi"))
    #expect(rows.map(\.kind) == [.connectionActivated, .tetherUp, .dhcpLease])
    #expect(rows.map(\.name) == ["Văn phòng", "Viettel", "Wi-Fi"])
    #expect(rows.allSatisfy { $0.lastSeen == 1_779_246_600 && !$0.beforeInstall })
    #expect(rows.map(\.grade) == [.b, .b, .a])
    #expect(rows.last?.peer == "192.168.1.1")
  }

  @Test func aWindowsThatJoinedNothingIsInnocent() throws {
    #expect(try rows(software([]), system("255.255.255.255", "Ethernet")).isEmpty)
    #expect(try rows(software([]), system("192.168.56.1", "VirtualBox Host-Only")).isEmpty)
  }

  @Test func profilesOlderThanThatWindowsCountLittle() throws {
    let old: [UInt8] = [0xe8, 0x07, 5, 0, 3, 0, 20, 0, 10, 0, 10, 0, 0, 0, 0, 0]
    let rows = try rows(
      software([.init("{1}", [.binary("DateCreated", old)])]), system("255.255.255.255", "Ethernet"))
    #expect(rows.map(\.grade) == [.c])
    #expect(rows.allSatisfy { $0.beforeInstall })
  }

  @Test func aDamagedHiveIsAGap() throws {
    let tree = try TemporaryTree().file("\(Self.config)/SOFTWARE", "regf")
    #expect(try WindowsHistoryCollector.run(on: tree).status == .incomplete)
  }

  @Test func noWindowsIsNothing() throws {
    #expect(try WindowsHistoryCollector.run(on: TemporaryTree()).status == .complete)
  }

  @Test("Wireless profiles prove nothing, and stores of other forms are gaps")
  func storesBesideTheRegistry() throws {
    let tree = try TemporaryTree().file("\(Self.config)/SOFTWARE", bytes: software([]))
      .file("\(Self.config)/SYSTEM", bytes: system("255.255.255.255", "Ethernet"))
      .file(
        "mnt/windows/ProgramData/Microsoft/Wlansvc/Profiles/Interfaces/{1}/{2}.xml",
        "<WLANProfile><name>Văn phòng</name></WLANProfile>"
      )
      .file("mnt/windows/Windows/System32/sru/SRUDB.dat", "x")
    let result = try WindowsHistoryCollector.run(on: tree)
    #expect(result.rows(NetworkContact.self).map(\.grade) == [.c])
    #expect(result.rows(NetworkContact.self).map(\.name) == ["Văn phòng"])
    #expect(result.gaps.map(\.path) == ["/mnt/windows/Windows/System32/sru/SRUDB.dat"])
    #expect(result.gaps.map(\.reason) == [.unsupported])
  }
}
