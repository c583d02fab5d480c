import CShims
import Facts
import Glibc

/// A conversation with the kernel's routing tables, one datagram at a time.
public protocol NetlinkSocket {
  func send(_ request: [UInt8]) throws
  /// The next datagram, which holds one or more messages.
  func receive() throws -> [UInt8]
}

/// The route socket of the running kernel; it is of the family AF_NETLINK and reaches no network.
public final class KernelNetlinkSocket: NetlinkSocket {
  private let descriptor: Int32
  private let capacity = 1 << 18

  public init() throws {
    descriptor = airseal_netlink_open()
    guard descriptor >= 0 else { throw NetlinkError(operation: "open", code: errno) }
  }

  deinit { close(descriptor) }

  public func send(_ request: [UInt8]) throws {
    guard airseal_netlink_send(descriptor, request, request.count) == 0 else {
      throw NetlinkError(operation: "send", code: errno)
    }
  }

  public func receive() throws -> [UInt8] {
    var failure: Int32 = 0
    let datagram = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let got = airseal_netlink_receive(descriptor, buffer.baseAddress, capacity)
      if got < 0 { failure = errno }
      count = max(got, 0)
    }
    guard failure == 0 else { throw NetlinkError(operation: "receive", code: failure) }
    return datagram
  }
}

/// The kernel did not answer a question about links, addresses or routes.
public struct NetlinkError: ReasonedError, Equatable {
  public let operation: String
  /// The kernel's error number; 0 if the answer does not follow the format.
  public let code: Int32

  public init(operation: String, code: Int32) {
    self.operation = operation
    self.code = code
  }

  public var reason: Reason {
    switch code {
    case 0: .damaged
    case EACCES, EPERM: .permissionDenied
    case EAGAIN: .timedOut
    default: .readFailed
    }
  }

  public var detail: String {
    "netlink \(operation): \(code == 0 ? "malformed message" : String(cString: strerror(code)))"
  }
}
