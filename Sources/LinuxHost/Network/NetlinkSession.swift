import CShims
import Glibc

/// Asks the kernel for its links, addresses and routes (rtnetlink(7)).
public struct NetlinkSession {
  private let socket: any NetlinkSocket

  public init(_ socket: any NetlinkSocket) { self.socket = socket }

  /// Everything as of now; throws if the kernel's answer is not whole.
  public func state() throws -> NetworkState {
    let links = try dump(UInt16(RTM_GETLINK), family: AF_UNSPEC).map { try NetworkState.Link(netlink: $0) }
    let addresses = try dump(UInt16(RTM_GETADDR), family: AF_UNSPEC).compactMap {
      try NetworkState.Address(netlink: $0)
    }
    var routes: [NetworkState.Route] = []
    for family in [AF_INET, AF_INET6] {
      routes += try dump(UInt16(RTM_GETROUTE), family: family)
        .filter { $0.first.map(Int32.init) == family }
        .flatMap { try NetworkState.Route.all(netlink: $0) }
    }
    return NetworkState(links: links, addresses: addresses, routes: routes)
  }

  /// Payloads of all messages of a dump; asks again when the tables changed meanwhile.
  private func dump(_ type: UInt16, family: Int32) throws -> [[UInt8]] {
    for sequence in UInt32(1)...5 {
      do {
        if let payloads = try dumpOnce(type, family, sequence << 16 | UInt32(type)) { return payloads }
      } catch let error as NetlinkError where error.code == EOPNOTSUPP && family != AF_UNSPEC {
        return []
      }
    }
    throw NetlinkError(operation: "dump", code: EINTR)
  }

  private func dumpOnce(_ type: UInt16, _ family: Int32, _ sequence: UInt32) throws -> [[UInt8]]? {
    try socket.send(request(type, family, sequence))
    var payloads: [[UInt8]] = []
    var interrupted = false
    while true {
      for message in try NetlinkMessage.split(try socket.receive()) where message.sequence == sequence {
        if message.flags & UInt16(NLM_F_DUMP_INTR) != 0 { interrupted = true }
        switch Int32(message.type) {
        case NLMSG_DONE:
          let code = message.payload.integer(at: 0, as: Int32.self)
          if code < 0 { throw NetlinkError(operation: "dump", code: -code) }
          return interrupted ? nil : payloads
        case NLMSG_ERROR:
          let code = message.payload.integer(at: 0, as: Int32.self)
          throw NetlinkError(operation: "dump", code: -code)
        default:
          payloads.append(message.payload)
        }
      }
    }
  }

  private func request(_ type: UInt16, _ family: Int32, _ sequence: UInt32) -> [UInt8] {
    var body = [UInt8](
      repeating: 0, count: type == UInt16(RTM_GETADDR) ? 8 : type == UInt16(RTM_GETLINK) ? 16 : 12)
    body[0] = UInt8(family)
    var bytes: [UInt8] = []
    func append(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value) { bytes += $0 } }
    append(UInt32(16 + body.count))
    append(type)
    append(UInt16(NLM_F_REQUEST) | UInt16(NLM_F_DUMP))
    append(sequence)
    append(UInt32(0))
    return bytes + body
  }
}
