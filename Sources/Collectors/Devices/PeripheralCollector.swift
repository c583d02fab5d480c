import Facts
import LinuxHost

/// Removable volumes, and devices on other buses than USB that can store, connect or be plugged in.
struct PeripheralCollector: Collector {
  static let name = "peripheral"
  static let tables = [RemovableVolume.table, Peripheral.table]
  static let subsystems = ["block", "usb", "mmc", "sdio", "pci", "thunderbolt", "wwan", "scsi"]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let tree = DeviceTree(try host.devices(Self.subsystems))
    for disk in tree.of("block") {
      guard let volume = volume(disk, tree) else { continue }
      try sink.add(volume)
    }
    for device in tree.devices {
      guard let kind = kind(device, tree) else { continue }
      try sink.add(
        Peripheral(
          syspath: device.syspath, bus: device.subsystem, kind: kind,
          vendor: device.attributes["vendor_name"] ?? device.properties["ID_VENDOR_FROM_DATABASE"],
          model: device.attributes["device_name"] ?? device.attributes["name"]
            ?? device.properties["ID_MODEL_FROM_DATABASE"],
          serial: device.attributes["unique_id"] ?? device.attributes["serial"], driver: device.driver))
    }
  }

  private func volume(_ disk: Device, _ tree: DeviceTree) -> RemovableVolume? {
    let sectorSize: Int64 = 512
    let above = tree.ancestors(of: disk)
    let usb = above.first { $0.type == "usb_device" }
    let card = above.first { $0.subsystem == "mmc" }
    let isCard = card.map { $0.attributes["type"] != "MMC" } ?? false
    let isThunderbolt = disk.syspath.contains("/thunderbolt")
    guard usb != nil || isCard || isThunderbolt || disk.attributes["removable"] == "1", !disk.isVirtual else {
      return nil
    }
    let size = disk.attributes["size"].flatMap { Int64($0) } ?? 0
    guard size > 0 else { return nil }
    let number = disk.type == "partition" ? disk.properties["PARTN"].flatMap { Int64($0) } : nil
    return RemovableVolume(
      syspath: disk.syspath, device: disk.name, port: usb?.name,
      bus: usb != nil ? "usb" : disk.bus ?? "other",
      model: disk.properties["ID_MODEL"] ?? usb?.attributes["product"] ?? card?.attributes["name"],
      serial: disk.properties["ID_SERIAL_SHORT"] ?? usb?.attributes["serial"] ?? card?.attributes["serial"],
      partition: disk.type == "partition" ? number ?? Self.trailingNumber(disk.name) : nil,
      size: size * sectorSize, fileSystem: disk.properties["ID_FS_TYPE"],
      label: disk.properties["ID_FS_LABEL"], uuid: disk.properties["ID_FS_UUID"])
  }

  private static func trailingNumber(_ name: String) -> Int64? {
    Int64(String(name.reversed().prefix { $0.isNumber }.reversed()))
  }

  /// Base class 0x0805 is an SD host controller, 0x0d40 and 0x0d41 are cellular modems (PCI Code and ID Assignment).
  private func kind(_ device: Device, _ tree: DeviceTree) -> PeripheralKind? {
    switch device.subsystem {
    case "thunderbolt":
      let isHostRouter = device.name.hasSuffix("-0")
      return device.type == "thunderbolt_device" && !isHostRouter ? .thunderbolt : nil
    case "mmc": return device.attributes["type"].map { $0 == "SD" } ?? false ? .memoryCard : nil
    case "sdio": return .sdioCard
    case "pci":
      let code = device.attributes["class"] ?? ""
      if ["0x0805"].contains(where: code.hasPrefix) || Self.readers.contains(device.driver ?? "") {
        return .cardReader
      }
      let hasModem = tree.of("wwan").contains { $0.isBelow(device) }
      return hasModem || code.hasPrefix("0x0d40") || code.hasPrefix("0x0d41") ? .modem : nil
    default: return nil
    }
  }

  private static let readers: Set<String> = ["rtsx_pci", "sdhci-pci", "alcor_pci", "jmb38x_ms", "tifm_7xx1"]
}
