/// A device as udev describes it.
public struct Device: Sendable, Equatable {
  /// Path below /sys, as /devices/pci0000:00/….
  public var syspath: String
  public var subsystem: String
  /// udev's DEVTYPE, as usb_device, usb_interface, wlan.
  public var type: String?
  public var driver: String?
  public var properties: [String: String]
  /// The sysfs attributes that collectors use, trimmed.
  public var attributes: [String: String]
  /// The binary attribute `descriptors` of a USB device; nil where the source does not hold it.
  public var descriptors: [UInt8]?

  public init(
    syspath: String, subsystem: String, type: String? = nil, driver: String? = nil,
    properties: [String: String] = [:], attributes: [String: String] = [:], descriptors: [UInt8]? = nil
  ) {
    self.syspath = syspath
    self.subsystem = subsystem
    self.type = type
    self.driver = driver
    self.properties = properties
    self.attributes = attributes
    self.descriptors = descriptors
  }

  /// The last part of the path.
  public var name: String { String(syspath.split(separator: "/").last ?? "") }

  /// Whether the device stands below `other` in the device tree.
  public func isBelow(_ other: Device) -> Bool { syspath.hasPrefix(other.syspath + "/") }
}
