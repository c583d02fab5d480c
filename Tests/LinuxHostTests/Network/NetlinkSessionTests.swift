import Glibc
import Facts
import LinuxHost
import Testing

@Suite struct NetlinkSessionTests {
  @Test func readsLinksAddressesAndRoutes() throws {
    let socket = ScriptedSocket([
      [Golden.link, Golden.done],
      [Golden.address, Golden.done],
      [Golden.defaultRoute, Golden.multipath, Golden.done],
      [Golden.done],
    ])
    let state = try NetlinkSession(socket).state()
    #expect(
      state.links == [
        NetworkState.Link(
          index: 2, name: "eth0", hardwareType: 1, flags: 0x11043, operstate: "up", carrier: true,
          address: "02:00:5e:10:00:01", kind: "veth", rxBytes: 1500, txBytes: 700,
          permanentAddress: "02:00:5e:10:00:09")
      ])
    #expect(state.addresses == [NetworkState.Address(linkIndex: 2, address: "10.20.0.7", prefixLength: 24)])
    #expect(
      state.routes == [
        NetworkState.Route(
          family: "inet", destination: "0.0.0.0", prefixLength: 0, gateway: "10.20.0.1", linkIndex: 2),
        NetworkState.Route(
          family: "inet", destination: "198.51.100.0", prefixLength: 24, gateway: "10.20.0.2", linkIndex: 2,
          table: 1000),
        NetworkState.Route(
          family: "inet", destination: "198.51.100.0", prefixLength: 24, gateway: "10.20.0.3", linkIndex: 3,
          table: 1000),
      ])
  }

  /// Some drivers keep IFLA_CARRIER while the card is switched off.
  @Test func aCardThatIsOffHasNoLink() throws {
    var payload = Golden.link.payload
    payload.replaceSubrange(8..<12, with: [0x02, 0x10, 0x00, 0x00])
    let socket = ScriptedSocket([
      [Message(type: 16, payload: payload), Golden.done], [Golden.done], [Golden.done], [Golden.done],
    ])
    #expect(try NetlinkSession(socket).state().links.map(\.carrier) == [false])
  }

  @Test func asksAgainWhenTablesChanged() throws {
    let interrupted = Message(type: 16, flags: 0x12, payload: Golden.link.payload)
    let socket = ScriptedSocket([
      [interrupted, Golden.done], [Golden.link, Golden.done], [Golden.done], [Golden.done], [Golden.done],
    ])
    #expect(try NetlinkSession(socket).state().links.count == 1)
    #expect(socket.requests == 5)
  }

  @Test func givesUpWhenTablesNeverRest() {
    let interrupted = Message(type: 16, flags: 0x12, payload: Golden.link.payload)
    let socket = ScriptedSocket(Array(repeating: [interrupted, Golden.done], count: 5))
    #expect(throws: NetlinkError(operation: "dump", code: EINTR)) { try NetlinkSession(socket).state() }
  }

  @Test func aKernelWithoutIPv6HasNoRoutesOfIt() throws {
    let socket = ScriptedSocket([
      [Golden.done], [Golden.done], [Golden.done], [Message(type: 2, payload: hex("a1ffffff"))],
    ])
    #expect(try NetlinkSession(socket).state() == NetworkState())
  }

  @Test func aRefusalIsAnError() {
    let socket = ScriptedSocket([[Message(type: 2, payload: hex("ffffffff"))]])
    #expect(throws: NetlinkError(operation: "dump", code: EPERM)) { try NetlinkSession(socket).state() }
  }

  @Test(arguments: [0, 1, 15, 17, 20, 30, 36])
  func aTruncatedMessageIsAnError(length: Int) {
    let payload = Array(Golden.link.payload.prefix(length))
    let socket = ScriptedSocket([[Message(type: 16, payload: payload), Golden.done]])
    #expect(throws: NetlinkError.self) { try NetlinkSession(socket).state() }
  }

  /// Bytes of a broken kernel end as rows or as an error, never as a crash.
  @Test func randomPayloadsNeverTrap() {
    var generator = SplitMix(state: 7)
    for _ in 0..<5000 {
      let type = [16, 20, 24].randomElement(using: &generator) ?? 16
      var payload = [Golden.link, Golden.address, Golden.multipath][(type - 16) / 4].payload
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        payload[Int.random(in: 0..<payload.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      payload = Array(payload.prefix(Int.random(in: 0...payload.count, using: &generator)))
      let message = Message(type: UInt16(type), payload: payload)
      let position = (type - 16) / 4
      var script = [[Message]](repeating: [Golden.done], count: 4)
      script[position] = [message, Golden.done]
      do {
        _ = try NetlinkSession(ScriptedSocket(script)).state()
      } catch {
        #expect(error is NetlinkError)
      }
    }
  }

  @Test func aLengthBeyondTheDatagramIsAnError() {
    let socket = ScriptedSocket(datagrams: [hex("ff000000 1000 0200 01000000 00000000")])
    #expect(throws: NetlinkError(operation: "split", code: 0)) { try NetlinkSession(socket).state() }
  }
}

struct Message {
  var type: UInt16
  var flags: UInt16 = 2
  var payload: [UInt8]

  func bytes(sequence: [UInt8]) -> [UInt8] {
    let length = UInt32(16 + payload.count)
    let header =
      withUnsafeBytes(of: length) { Array($0) } + withUnsafeBytes(of: type) { Array($0) }
      + withUnsafeBytes(of: flags) { Array($0) } + sequence + [0, 0, 0, 0]
    return header + payload + [UInt8](repeating: 0, count: (4 - payload.count % 4) % 4)
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

/// A socket that answers the requests in turn, with the sequence number of each.
final class ScriptedSocket: NetlinkSocket {
  private var script: [[Message]]
  private var datagrams: [[UInt8]]
  private(set) var requests = 0

  init(_ script: [[Message]] = [], datagrams: [[UInt8]] = []) {
    self.script = script
    self.datagrams = datagrams
  }

  func send(_ request: [UInt8]) throws {
    requests += 1
    #expect(Int(request[0]) == request.count)
    if script.isEmpty { return }
    let sequence = Array(request[8..<12])
    datagrams = [script.removeFirst().flatMap { $0.bytes(sequence: sequence) }]
  }

  func receive() throws -> [UInt8] {
    if datagrams.isEmpty { throw NetlinkError(operation: "receive", code: EAGAIN) }
    return datagrams.removeFirst()
  }
}

/// Messages of a little-endian kernel, byte by byte.
enum Golden {
  static let done = Message(type: 3, payload: hex("00000000"))

  static let link = Message(
    type: 16,
    payload: hex(
      "00 00 0100 02000000 43100100 00000000"  // ifinfomsg: family, pad, ARPHRD_ETHER, index 2, flags, change
        + "0900 0300 6574683000 000000"  // IFLA_IFNAME eth0
        + "0500 1000 06 000000"  // IFLA_OPERSTATE up
        + "0500 2100 01 000000"  // IFLA_CARRIER
        + "0a00 0100 02005e100001 0000"  // IFLA_ADDRESS
        + "0a00 3600 02005e100009 0000"  // IFLA_PERM_ADDRESS
        + "1000 1280 0900 0100 7665746800 000000"  // IFLA_LINKINFO: IFLA_INFO_KIND veth
        + "2400 1700 0100000000000000 0200000000000000 dc05000000000000 bc02000000000000"))  // IFLA_STATS64

  static let address = Message(
    type: 20,
    payload: hex(
      "02 18 80 00 02000000"  // ifaddrmsg: AF_INET, /24, flags, scope, index 2
        + "0800 0100 0a140007"  // IFA_ADDRESS
        + "0800 0200 0a140007"))  // IFA_LOCAL

  static let defaultRoute = Message(
    type: 24,
    payload: hex(
      "02 00 00 00 fe 03 00 01 00000000"  // rtmsg: AF_INET, /0, main table, unicast
        + "0800 0500 0a140001"  // RTA_GATEWAY
        + "0800 0400 02000000"))  // RTA_OIF

  static let multipath = Message(
    type: 24,
    payload: hex(
      "02 18 00 00 00 03 00 01 00000000"
        + "0800 0100 c6336400"  // RTA_DST 198.51.100.0
        + "0800 0f00 e8030000"  // RTA_TABLE 1000
        + "2400 0900"  // RTA_MULTIPATH
        + "1000 00 00 02000000 0800 0500 0a140002"  // rtnexthop on link 2
        + "1000 00 00 03000000 0800 0500 0a140003"))  // rtnexthop on link 3
}

func hex(_ text: String) -> [UInt8] {
  let digits = text.filter { !$0.isWhitespace }
  return stride(from: 0, to: digits.count, by: 2).compactMap { offset in
    let start = digits.index(digits.startIndex, offsetBy: offset)
    return UInt8(digits[start..<digits.index(start, offsetBy: 2)], radix: 16)
  }
}
