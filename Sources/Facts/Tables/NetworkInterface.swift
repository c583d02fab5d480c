/// A network interface of the running machine, also down and without carrier.
public struct NetworkInterface: Fact {
  public static let table = Table(
    "network_interface", "A network interface of the running machine, also down and without carrier",
    [
      .integer("ifindex", "Index in the kernel"),
      .text("name", "Name"),
      .code("kind", "Kind", InterfaceKind.self),
      .flag(
        "software_only",
        "1 if no hardware and no line to another party stands behind it (loopback, bridges, veth …)"),
      .flag("admin_up", "1 if switched on"),
      .flag("carrier", "1 if the link is up"),
      .text("operstate", "Operational state (RFC 2863)"),
      .optionalText("address", "Hardware address"),
      .optionalText("driver", "Kernel driver"),
      .optionalText("bus", "Bus of the hardware (pci, usb, virtio, sdio …)"),
      .optionalText("syspath", "Device path below /sys"),
      .integer("rx_bytes", "Bytes received since the link was created"),
      .integer("tx_bytes", "Bytes sent since the link was created"),
    ])

  public var ifindex: Int64
  public var name: String
  public var kind: InterfaceKind
  public var softwareOnly: Bool
  public var adminUp: Bool
  public var carrier: Bool
  public var operstate: String
  public var address: String?
  public var driver: String?
  public var bus: String?
  public var syspath: String?
  public var rxBytes: Int64
  public var txBytes: Int64

  public init(
    ifindex: Int64, name: String, kind: InterfaceKind, softwareOnly: Bool = false,
    adminUp: Bool = false, carrier: Bool = false, operstate: String, address: String? = nil,
    driver: String? = nil, bus: String? = nil, syspath: String? = nil, rxBytes: Int64,
    txBytes: Int64
  ) {
    self.ifindex = ifindex
    self.name = name
    self.kind = kind
    self.softwareOnly = softwareOnly
    self.adminUp = adminUp
    self.carrier = carrier
    self.operstate = operstate
    self.address = address
    self.driver = driver
    self.bus = bus
    self.syspath = syspath
    self.rxBytes = rxBytes
    self.txBytes = txBytes
  }
}

/// Kind of a network interface.
public enum InterfaceKind: String, Codable, Sendable, CaseIterable {
  case loopback
  case ethernet
  case wifi
  case wwan
  case bluetooth
  case ppp
  case tunnel
  case bridge
  case virtual
  case other
}
