/// One setting of one interface that a USB device attached now offers.
public struct UsbInterface: Fact {
  public static let table = Table(
    "usb_interface", "One setting of one interface that a USB device attached now offers",
    [
      .text("syspath", "Device path below /sys"),
      .integer("configuration", "Number of the configuration"),
      .integer("number", "Number of the interface"),
      .integer("alternate", "Number of the alternate setting"),
      .text("triple", "Class, subclass and protocol, six hex digits"),
      .flag("active", "1 if the interface belongs to the configuration in use"),
      .optionalText("driver", "Kernel driver; empty if none is bound"),
    ])

  public var syspath: String
  public var configuration: Int64
  public var number: Int64
  public var alternate: Int64
  public var triple: String
  public var active: Bool
  public var driver: String?

  public init(
    syspath: String, configuration: Int64, number: Int64, alternate: Int64, triple: String, active: Bool,
    driver: String? = nil
  ) {
    self.syspath = syspath
    self.configuration = configuration
    self.number = number
    self.alternate = alternate
    self.triple = triple
    self.active = active
    self.driver = driver
  }
}
