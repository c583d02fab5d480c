/// Links, addresses and routes, as rtnetlink gives them.
public struct NetworkState: Sendable, Equatable, Codable {
  public var links: [Link]
  public var addresses: [Address]
  public var routes: [Route]

  public init(links: [Link] = [], addresses: [Address] = [], routes: [Route] = []) {
    self.links = links
    self.addresses = addresses
    self.routes = routes
  }

  public struct Link: Sendable, Equatable, Codable {
    public var index: Int
    public var name: String
    /// ARPHRD number of linux/if_arp.h.
    public var hardwareType: UInt16
    /// IFF flags of linux/if.h.
    public var flags: UInt32
    /// Operational state of RFC 2863: up, down, dormant …
    public var operstate: String
    public var carrier: Bool
    public var address: String?
    /// IFLA_INFO_KIND: bridge, veth, tun …; nil for hardware.
    public var kind: String?
    public var rxBytes: UInt64
    public var txBytes: UInt64
    /// Address that the hardware was made with, where the kernel tells it.
    public var permanentAddress: String?

    public init(
      index: Int, name: String, hardwareType: UInt16, flags: UInt32, operstate: String,
      carrier: Bool, address: String? = nil, kind: String? = nil, rxBytes: UInt64 = 0,
      txBytes: UInt64 = 0, permanentAddress: String? = nil
    ) {
      self.index = index
      self.name = name
      self.hardwareType = hardwareType
      self.flags = flags
      self.operstate = operstate
      self.carrier = carrier
      self.address = address
      self.kind = kind
      self.rxBytes = rxBytes
      self.txBytes = txBytes
      self.permanentAddress = permanentAddress
    }
  }

  public struct Address: Sendable, Hashable, Codable {
    public var linkIndex: Int
    /// Numeric form, IPv4 or IPv6.
    public var address: String
    public var prefixLength: Int

    public init(linkIndex: Int, address: String, prefixLength: Int) {
      self.linkIndex = linkIndex
      self.address = address
      self.prefixLength = prefixLength
    }
  }

  public struct Route: Sendable, Hashable, Codable {
    /// inet or inet6.
    public var family: String
    /// Numeric network; 0.0.0.0 or :: for a default route.
    public var destination: String
    public var prefixLength: Int
    public var gateway: String?
    public var linkIndex: Int?
    public var table: Int
    /// Type of linux/rtnetlink.h: 1 unicast, 2 local …
    public var type: Int

    public init(
      family: String, destination: String, prefixLength: Int, gateway: String? = nil,
      linkIndex: Int? = nil, table: Int = 254, type: Int = 1
    ) {
      self.family = family
      self.destination = destination
      self.prefixLength = prefixLength
      self.gateway = gateway
      self.linkIndex = linkIndex
      self.table = table
      self.type = type
    }
  }
}
