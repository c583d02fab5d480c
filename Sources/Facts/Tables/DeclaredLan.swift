/// A network that the operator declares to be an independent LAN.
public struct DeclaredLan: Fact {
  public static let table = Table(
    "declared_lan", "A network that the operator declares to be an independent LAN",
    [
      .text("network", "Network with prefix length")
    ])

  public var network: String

  public init(
    network: String
  ) {
    self.network = network
  }
}
