/// Radio hardware of the machine.
public struct Radio: Fact {
  public static let table = Table(
    "radio", "Radio hardware of the machine",
    [
      .text("subject", "Permanent name of the radio (hardware address, else bus path)"),
      .code("kind", "Kind", RadioKind.self),
      .text("syspath", "Device path below /sys"),
      .optionalText("bus", "Bus (pci, usb, sdio …)"),
      .optionalText("model", "Vendor and model"),
      .optionalText("driver", "Kernel driver; empty if none is bound"),
      .flag("soft_blocked", "1 if blocked by software (one click away from on)"),
      .flag("hard_blocked", "1 if blocked by a switch"),
      .flag("enabled", "1 if a driver is bound and the radio is not hard-blocked"),
    ])

  public var subject: String
  public var kind: RadioKind
  public var syspath: String
  public var bus: String?
  public var model: String?
  public var driver: String?
  public var softBlocked: Bool
  public var hardBlocked: Bool
  public var enabled: Bool

  public init(
    subject: String, kind: RadioKind, syspath: String, bus: String? = nil, model: String? = nil,
    driver: String? = nil, softBlocked: Bool = false, hardBlocked: Bool = false,
    enabled: Bool = false
  ) {
    self.subject = subject
    self.kind = kind
    self.syspath = syspath
    self.bus = bus
    self.model = model
    self.driver = driver
    self.softBlocked = softBlocked
    self.hardBlocked = hardBlocked
    self.enabled = enabled
  }
}

/// Kind of a radio.
public enum RadioKind: String, Codable, Sendable, CaseIterable {
  case wifi
  case bluetooth
  case wwan
  case nfc
  case other
}
