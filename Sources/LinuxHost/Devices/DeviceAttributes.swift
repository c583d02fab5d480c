extension Device {
  /// The sysfs attributes that are read of each device; reading others may wake hardware or change it.
  static let attributeNames: Set<String> = [
    "idVendor", "idProduct", "bcdDevice", "manufacturer", "product", "serial", "bDeviceClass",
    "bDeviceSubClass",
    "bDeviceProtocol", "bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol", "bInterfaceNumber",
    "interface", "removable", "busnum", "devnum", "devpath", "authorized",
    "class", "vendor", "device", "subsystem_vendor", "subsystem_device", "revision", "modalias",
    "address", "addr_assign_type", "macaddress", "type", "ifindex", "operstate", "carrier",
    "name", "soft", "hard", "state", "index", "size", "model", "wwid", "rev", "cid", "ro",
  ]

  /// Subsystems of many devices whose attributes nobody asks for.
  static let plainSubsystems: Set<String> = ["platform", "acpi", "serial", "tty", "virtio"]
}
