import Facts
import LinuxHost

/// Docks and devices on Thunderbolt and USB4 that bolt enrolled: /var/lib/boltd/devices.
struct BoltStore: DeviceStore {
  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    let folder = "/var/lib/boltd/devices"
    for id in try host.list(folder) {
      let path = "\(folder)/\(id)"
      guard let text = try host.text(path), let info = try host.info(path) else { continue }
      let file = KeyFile(text)
      let times = Self.times(file)
      try add(
        DeviceSighting(
          evidence: .bolt, path: path, connection: .thunderbolt, serial: id, maker: file["device"]?["vendor"],
          name: file["device"]?["name"], kind: .init(kind: .other, confidence: .high),
          first: times.min() ?? info.bornAt, last: times.max() ?? info.modifiedAt))
    }
  }

  private static func times(_ file: KeyFile) -> [Int64] {
    var found: [Int64] = []
    for group in ["device", "timestamps", "times"] {
      for key in ["storetime", "authtime", "conntime"] {
        guard let text = file[group]?[key], let time = Int64(text) else { continue }
        found.append(time > microseconds ? time / 1_000_000 : time)
      }
    }
    return found
  }

  /// A time beyond this is in microseconds.
  private static let microseconds: Int64 = 100_000_000_000
}
