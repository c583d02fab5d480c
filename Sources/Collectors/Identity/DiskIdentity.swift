import LinuxHost

/// What identifies the disks that are built into the machine.
enum DiskIdentity {
  private static let softwareDisks = ["loop", "ram", "zram", "dm-", "md", "nbd", "sr", "fd", "zd"]

  /// Model, serial and world-wide name of every disk, in the order of the device tree.
  static func all(_ tree: DeviceTree) -> [(name: String, value: String)] {
    tree.of("block").filter { isBuiltIn($0, tree) }.flatMap { disk in
      let identity = [
        ("model", value(of: disk, tree, ["ID_MODEL"], ["model", "name"])),
        ("serial", serial(of: disk, tree)),
        ("wwid", value(of: disk, tree, ["ID_WWN_WITH_EXTENSION", "ID_WWN"], ["wwid"])),
      ]
      return identity.compactMap { name, value in value.map { (name, $0) } }
    }
  }

  /// The serial of a disk, as it stands on its label.
  static func serial(of disk: Device, _ tree: DeviceTree) -> String? {
    value(of: disk, tree, ["ID_SERIAL_SHORT", "ID_SCSI_SERIAL"], ["serial", "cid"])
  }

  private static func value(
    of disk: Device, _ tree: DeviceTree, _ property: [String], _ attribute: [String]
  ) -> String? {
    let values =
      property.map { disk.properties[$0] }
      + ([disk] + tree.ancestors(of: disk).prefix(3)).flatMap { device in
        attribute.map { device.attributes[$0] }
      }
    return values.compactMap { $0 }.first { !$0.isEmpty }
  }

  /// Whether a device is a disk that is built in, as far as it tells itself.
  static func isFixed(_ device: Device) -> Bool { isBuiltIn(device, DeviceTree([device])) }

  /// Software disks, sticks, memory cards and discs come and go and identify nothing.
  private static func isBuiltIn(_ device: Device, _ tree: DeviceTree) -> Bool {
    (device.type ?? "disk") == "disk" && !device.syspath.hasPrefix("/devices/virtual/block/")
      && device.bus != "usb" && device.attributes["removable"] != "1"
      && !tree.ancestors(of: device).contains { $0.subsystem == "mmc" && $0.attributes["type"] == "SD" }
      && !softwareDisks.contains { device.name.hasPrefix($0) }
  }
}
