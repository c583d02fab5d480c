/// An address that an interface holds now.
public struct NetworkAddress: Fact {
  public static let table = Table(
    "network_address", "An address that an interface holds now",
    [
      .text("interface", "Interface name"),
      .text("family", "inet or inet6"),
      .text("address", "Address"),
      .integer("prefix_length", "Length of the network prefix"),
      .code("scope", "Reach of the address", AddressScope.self),
      .flag("software_only", "1 if the interface is software only"),
      .optionalText("declared_lan", "Declared independent LAN that holds the address"),
    ])

  public var interface: String
  public var family: String
  public var address: String
  public var prefixLength: Int64
  public var scope: AddressScope
  public var softwareOnly: Bool
  public var declaredLan: String?

  public init(
    interface: String, family: String, address: String, prefixLength: Int64, scope: AddressScope,
    softwareOnly: Bool = false, declaredLan: String? = nil
  ) {
    self.interface = interface
    self.family = family
    self.address = address
    self.prefixLength = prefixLength
    self.scope = scope
    self.softwareOnly = softwareOnly
    self.declaredLan = declaredLan
  }
}

/// Reach of an address.
public enum AddressScope: String, Codable, Sendable, CaseIterable {
  case loopback
  case link
  case `private`
  case `public`
}
