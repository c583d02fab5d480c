import CShims
import Glibc

extension NetworkState.Link {
  /// Reads an `ifinfomsg` and its attributes (linux/if_link.h).
  init(netlink payload: [UInt8]) throws {
    guard payload.count >= 16 else { throw NetlinkError(operation: "link", code: 0) }
    let attributes = try NetlinkMessage.attributes(payload.dropFirst(16))
    guard let name = attributes[IFLA_IFNAME]?.nulTerminated, !name.isEmpty else {
      throw NetlinkError(operation: "link", code: 0)
    }
    let kind = try attributes[IFLA_LINKINFO].flatMap { try NetlinkMessage.attributes($0)[IFLA_INFO_KIND] }
    let statistics = attributes[IFLA_STATS64]
    let state = attributes[IFLA_OPERSTATE]?.first ?? 0
    let flags = payload.integer(at: 8, as: UInt32.self)
    self.init(
      index: Int(payload.integer(at: 4, as: Int32.self)), name: name,
      hardwareType: payload.integer(at: 2, as: UInt16.self), flags: flags,
      operstate: Self.states.indices.contains(Int(state)) ? Self.states[Int(state)] : "unknown",
      carrier: flags & Self.lowerUp != 0,
      address: attributes[IFLA_ADDRESS].flatMap(Self.hardwareAddress), kind: kind?.nulTerminated,
      rxBytes: statistics?.integer(at: 16, as: UInt64.self) ?? 0,
      txBytes: statistics?.integer(at: 24, as: UInt64.self) ?? 0,
      permanentAddress: attributes[IFLA_PERM_ADDRESS].flatMap(Self.hardwareAddress))
  }

  /// IFF_LOWER_UP: switched on, and the other end is there; IFLA_CARRIER alone stays set on cards that are off.
  private static let lowerUp: UInt32 = 0x10000

  /// Names of RFC 2863 in the order of IF_OPER_UNKNOWN … IF_OPER_UP.
  private static let states = ["unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"]

  private static func hardwareAddress(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.isEmpty { return nil }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
  }
}

extension NetworkState.Address {
  /// Reads an `ifaddrmsg` and its attributes; nil for families other than IPv4 and IPv6.
  init?(netlink payload: [UInt8]) throws {
    guard payload.count >= 8 else { throw NetlinkError(operation: "address", code: 0) }
    guard [AF_INET, AF_INET6].contains(Int32(payload[0])) else { return nil }
    let attributes = try NetlinkMessage.attributes(payload.dropFirst(8))
    let bytes = attributes[IFA_LOCAL] ?? attributes[IFA_ADDRESS]
    guard let address = bytes.flatMap({ IPAddress(bytes: $0) }) else {
      throw NetlinkError(operation: "address", code: 0)
    }
    self.init(
      linkIndex: Int(payload.integer(at: 4, as: UInt32.self)), address: "\(address)",
      prefixLength: Int(payload[1]))
  }
}

extension NetworkState.Route {
  /// Reads an `rtmsg` and its attributes: one route for each next hop, none for a cached one.
  static func all(netlink payload: [UInt8]) throws -> [NetworkState.Route] {
    guard payload.count >= 12 else { throw NetlinkError(operation: "route", code: 0) }
    guard payload.integer(at: 8, as: UInt32.self) & UInt32(RTM_F_CLONED) == 0 else { return [] }
    let isIPv4 = Int32(payload[0]) == AF_INET
    let attributes = try NetlinkMessage.attributes(payload.dropFirst(12))
    let none = IPAddress(bytes: [UInt8](repeating: 0, count: isIPv4 ? 4 : 16))
    guard let destination = attributes[Int(RTA_DST.rawValue)].map({ IPAddress(bytes: $0) }) ?? none else {
      throw NetlinkError(operation: "route", code: 0)
    }
    let route = NetworkState.Route(
      family: isIPv4 ? "inet" : "inet6", destination: "\(destination)", prefixLength: Int(payload[1]),
      gateway: gateway(attributes),
      linkIndex: attributes[Int(RTA_OIF.rawValue)].map { Int($0.integer(at: 0, as: UInt32.self)) },
      table: attributes[Int(RTA_TABLE.rawValue)].map { Int($0.integer(at: 0, as: UInt32.self)) }
        ?? Int(payload[4]),
      type: Int(payload[7]))
    guard var hops = attributes[Int(RTA_MULTIPATH.rawValue)] else { return [route] }
    var routes: [NetworkState.Route] = []
    while hops.count >= 8 {
      let length = Int(hops.integer(at: 0, as: UInt16.self))
      guard length >= 8, length <= hops.count else { throw NetlinkError(operation: "route", code: 0) }
      var hop = route
      hop.linkIndex = Int(hops.integer(at: 4, as: Int32.self))
      hop.gateway = gateway(try NetlinkMessage.attributes(hops.dropFirst(8).prefix(length - 8)))
      routes.append(hop)
      hops = hops.dropFirst(min((length + 3) & ~3, hops.count))
    }
    return routes
  }

  private static func gateway(_ attributes: [Int: ArraySlice<UInt8>]) -> String? {
    (attributes[Int(RTA_GATEWAY.rawValue)] ?? attributes[Int(RTA_VIA.rawValue)]?.dropFirst(2)).flatMap {
      IPAddress(bytes: $0)
    }?.description
  }
}
