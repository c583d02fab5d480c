/// A device on another bus than USB that can store, connect, or be plugged in.
public struct Peripheral: Fact {
  public static let table = Table(
    "peripheral", "A device on another bus than USB that can store, connect, or be plugged in",
    [
      .text("syspath", "Device path below /sys"),
      .text("bus", "Bus (pci, usb, sdio …)"),
      .code("kind", "What it is", PeripheralKind.self),
      .optionalText("vendor", "Manufacturer"),
      .optionalText("model", "Vendor and model"),
      .optionalText("serial", "Serial as the device reports it"),
      .optionalText("driver", "Kernel driver; empty if none is bound"),
    ])

  public var syspath: String
  public var bus: String
  public var kind: PeripheralKind
  public var vendor: String?
  public var model: String?
  public var serial: String?
  public var driver: String?

  public init(
    syspath: String, bus: String, kind: PeripheralKind, vendor: String? = nil, model: String? = nil,
    serial: String? = nil, driver: String? = nil
  ) {
    self.syspath = syspath
    self.bus = bus
    self.kind = kind
    self.vendor = vendor
    self.model = model
    self.serial = serial
    self.driver = driver
  }
}

/// What a device on another bus is.
public enum PeripheralKind: String, Codable, Sendable, CaseIterable {
  case modem
  case cardReader = "card_reader"
  case memoryCard = "memory_card"
  /// A device or dock on Thunderbolt or USB4.
  case thunderbolt
  /// A card on an SDIO bus that is no memory.
  case sdioCard = "sdio_card"
}
