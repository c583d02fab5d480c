import Facts
import LinuxHost

/// Volumes that KDE's automounter remembers (kded_device_automounterrc).
struct AutomounterStore: DeviceStore {
  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    for home in host.homes {
      let path = "\(home.path)/.config/kded_device_automounterrc"
      guard let text = try host.text(path), let info = try host.info(path) else { continue }
      for (group, values) in KeyFile(text).all where group.hasPrefix("Devices][") {
        guard let label = values["LastNameSeen"], !label.isEmpty, values["EverMounted"] == "true" else {
          continue
        }
        let icon = values["Icon"] ?? ""
        let isRemovable = icon.contains("removable") || icon.contains("usb") || icon.contains("flash")
        guard isRemovable || icon.isEmpty else { continue }
        try add(
          DeviceSighting(
            evidence: .automounter, path: path,
            kind: .init(kind: .storage, confidence: isRemovable ? .medium : .low), last: info.modifiedAt,
            account: home.user, label: label))
      }
    }
  }
}
