import CShims
import Glibc

/// Tells of links, addresses and routes that come, change and go (rtnetlink(7)).
public final class NetworkMonitor {
  /// One change, as the kernel tells it.
  public enum Event: Sendable, Equatable {
    case link(NetworkState.Link)
    case linkGone(NetworkState.Link)
    case address(NetworkState.Address)
    case addressGone(NetworkState.Address)
    case route(NetworkState.Route)
    case routeGone(NetworkState.Route)
  }

  /// The descriptor that becomes readable with the next event.
  public let descriptor: Int32
  private let capacity = 1 << 16

  /// Listens from now on; `room` is the size in bytes of the kernel's buffer for events that nobody has read yet.
  ///
  /// Throws `NetlinkError`.
  public init(room: Int32 = 8 << 20) throws {
    let groups: Int32 =
      RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE | RTMGRP_IPV6_ROUTE
    descriptor = airseal_netlink_listen(UInt32(groups), room)
    guard descriptor >= 0 else { throw NetlinkError(operation: "listen", code: errno) }
  }

  deinit { close(descriptor) }

  /// The events of the next datagram that waits; nil if none does.
  ///
  /// Throws `EventOverflow` once where the kernel had no room for some, `NetlinkError` for what it cannot read.
  public func receive() throws -> [Event]? {
    var failure: Int32 = 0
    let datagram = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let got = airseal_netlink_receive(descriptor, buffer.baseAddress, capacity)
      if got < 0 { failure = errno }
      count = max(got, 0)
    }
    switch failure {
    case 0: return try NetlinkMessage.split(datagram).flatMap(Self.events)
    case EAGAIN: return nil
    case ENOBUFS: throw EventOverflow()
    default: throw NetlinkError(operation: "receive", code: failure)
    }
  }

  private static func events(_ message: NetlinkMessage) throws -> [Event] {
    switch Int(message.type) {
    case Int(RTM_NEWLINK): try isNamed(message) ? [.link(NetworkState.Link(netlink: message.payload))] : []
    case Int(RTM_DELLINK): [.linkGone(try NetworkState.Link(netlink: message.payload))]
    case Int(RTM_NEWADDR): try NetworkState.Address(netlink: message.payload).map { [.address($0)] } ?? []
    case Int(RTM_DELADDR):
      try NetworkState.Address(netlink: message.payload).map { [.addressGone($0)] } ?? []
    case Int(RTM_NEWROUTE): try NetworkState.Route.all(netlink: message.payload).map { .route($0) }
    case Int(RTM_DELROUTE): try NetworkState.Route.all(netlink: message.payload).map { .routeGone($0) }
    default: []
    }
  }

  /// Events of wireless extensions are of this type too, and name no link.
  private static func isNamed(_ message: NetlinkMessage) throws -> Bool {
    try NetlinkMessage.attributes(message.payload.dropFirst(16))[IFLA_IFNAME] != nil
  }
}
