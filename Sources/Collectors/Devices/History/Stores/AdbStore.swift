import Facts
import LinuxHost

/// The Android debug bridge: its key shows that it ran, its list of hosts that a phone was paired over the network.
struct AdbStore: DeviceStore {
  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    for home in host.homes {
      let folder = "\(home.path)/.android"
      let names = try host.list(folder)
      if names.contains("adbkey") {
        try sight("\(folder)/adbkey", .usb, .low, home, host, add)
      }
      if names.contains("adb_known_hosts.pb") {
        try sight("\(folder)/adb_known_hosts.pb", .network, .medium, home, host, add)
      }
    }
  }

  private func sight(
    _ path: String, _ connection: DeviceConnection, _ confidence: Confidence, _ home: UserHome,
    _ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void
  ) throws {
    guard let info = try host.info(path), info.size > 0 else { return }
    try add(
      DeviceSighting(
        evidence: .adb, path: path, connection: connection, name: "Android",
        kind: .init(kind: .phone, confidence: confidence), first: info.bornAt ?? info.modifiedAt,
        last: info.modifiedAt, account: home.user))
  }
}
