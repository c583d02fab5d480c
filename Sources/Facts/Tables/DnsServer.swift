/// A configured name server.
public struct DnsServer: Fact {
  public static let table = Table(
    "dns_server", "A configured name server",
    [
      .text("address", "Address"),
      .text("path", "File that names it"),
      .code("scope", "Reach of the address", AddressScope.self),
    ])

  public var address: String
  public var path: String
  public var scope: AddressScope

  public init(
    address: String, path: String, scope: AddressScope
  ) {
    self.address = address
    self.path = path
    self.scope = scope
  }
}
