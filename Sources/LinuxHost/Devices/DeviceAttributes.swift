extension Device {
  /// The sysfs attributes that are read of each device; reading others may wake hardware or change it.
  static let attributeNames: Set<String> = [
    "idVendor", "idProduct", "bcdDevice", "manufacturer", "product", "serial", "bDeviceClass",
    "bDeviceSubClass",
    "bDeviceProtocol", "bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol", "bInterfaceNumber",
    "interface", "removable", "busnum", "devnum", "devpath", "authorized", "speed", "bAlternateSetting",
    "bConfigurationValue", "bNumConfigurations", "vendor_name", "device_name", "unique_id", "id", "pcm_class",
    "class", "vendor", "device", "subsystem_vendor", "subsystem_device", "revision", "modalias",
    "address", "addr_assign_type", "macaddress", "type", "ifindex", "operstate", "carrier",
    "name", "soft", "hard", "state", "index", "size", "model", "wwid", "rev", "cid", "ro",
  ]

  /// Those of them that a device of a subsystem and type can have; asking for others costs a look at each.
  static func attributeNames(_ subsystem: String, _ type: String?) -> Set<String> {
    switch (subsystem, type) {
    case ("platform", _), ("acpi", _), ("serial", _), ("tty", _), ("virtio", _), ("input", _), ("hidraw", _),
      ("usbmisc", _):
      []
    case ("usb", "usb_device"): usbDeviceNames
    case ("usb", _): usbInterfaceNames
    case ("pci", _): pciNames
    case ("net", _): netNames
    case ("block", _): blockNames
    default: attributeNames
    }
  }

  private static let usbDeviceNames: Set<String> = [
    "idVendor", "idProduct", "bcdDevice", "manufacturer", "product", "serial", "bDeviceClass",
    "bDeviceSubClass", "bDeviceProtocol", "removable", "busnum", "devnum", "devpath", "authorized",
    "speed", "bConfigurationValue", "bNumConfigurations",
  ]
  private static let usbInterfaceNames: Set<String> = [
    "bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol", "bInterfaceNumber", "interface",
    "modalias", "authorized", "bAlternateSetting",
  ]
  private static let pciNames: Set<String> = [
    "class", "vendor", "device", "subsystem_vendor", "subsystem_device", "revision", "modalias",
  ]
  private static let netNames: Set<String> = [
    "address", "addr_assign_type", "type", "ifindex", "operstate", "carrier",
  ]
  private static let blockNames: Set<String> = ["size", "removable", "ro", "wwid", "serial", "type"]
}
