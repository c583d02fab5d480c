/// A route of the running machine.
public struct NetworkRoute: Fact {
  public static let table = Table(
    "network_route", "A route of the running machine",
    [
      .text("family", "inet or inet6"),
      .text("destination", "Network with prefix length; 0.0.0.0/0 or ::/0 for a default route"),
      .flag("is_default", "1 for a default route"),
      .optionalText("gateway", "Next hop"),
      .optionalText("interface", "Interface name"),
      .integer("table_id", "Routing table"),
      .optionalText("declared_lan", "Declared independent LAN that holds the destination"),
    ])

  public var family: String
  public var destination: String
  public var isDefault: Bool
  public var gateway: String?
  public var interface: String?
  public var tableId: Int64
  public var declaredLan: String?

  public init(
    family: String, destination: String, isDefault: Bool = false, gateway: String? = nil,
    interface: String? = nil, tableId: Int64, declaredLan: String? = nil
  ) {
    self.family = family
    self.destination = destination
    self.isDefault = isDefault
    self.gateway = gateway
    self.interface = interface
    self.tableId = tableId
    self.declaredLan = declaredLan
  }
}
