import Facts
import LinuxHost

/// Phones paired over the network by KDE Connect and GSConnect.
struct KdeConnectStore: DeviceStore {
  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    for home in host.homes {
      let path = "\(home.path)/.config/kdeconnect/trusted_devices"
      if let text = try host.text(path), let info = try host.info(path) {
        for (id, values) in KeyFile(text).all where !id.isEmpty {
          try add(sighting(id, values["name"], values["type"], path, info, home))
        }
      }
      let cache = "\(home.path)/.cache/gsconnect"
      for id in try host.list(cache) where id.count >= Self.idLength && !id.contains(".") {
        guard let info = try host.info("\(cache)/\(id)"), info.kind == .folder else { continue }
        try add(sighting(id, nil, nil, "\(cache)/\(id)", info, home))
      }
    }
  }

  private static let idLength = 16

  private func sighting(
    _ id: String, _ name: String?, _ type: String?, _ path: String, _ info: FileInfo, _ home: UserHome
  ) -> DeviceSighting {
    let isPhone = type.map { ["phone", "smartphone", "tablet"].contains($0) }
    let kind: UsbKind = isPhone == false ? .other : .phone
    return DeviceSighting(
      evidence: .kdeConnect, path: path, connection: .network, serial: id, name: name,
      kind: .init(kind: kind, confidence: isPhone == nil ? .medium : .high), last: info.modifiedAt,
      account: home.user)
  }
}
