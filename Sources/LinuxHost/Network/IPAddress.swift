import Facts
import Glibc

/// An IPv4 or IPv6 address.
public struct IPAddress: Sendable, Hashable, CustomStringConvertible {
  public enum Family: String, Sendable {
    case inet
    case inet6
  }

  /// 4 or 16 bytes in network order.
  public let bytes: [UInt8]

  /// Reads the numeric form; a zone, as in fe80::1%eth0, is left out.
  public init?(_ text: some StringProtocol) {
    let name = String(text.prefix { $0 != "%" })
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, name, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, name, &six) == 1 {
      bytes = withUnsafeBytes(of: &six) { Array($0) }
    } else {
      return nil
    }
  }

  /// Takes 4 or 16 bytes in network order.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = Array(bytes)
  }

  public var family: Family { bytes.count == 4 ? .inet : .inet6 }

  public var bitCount: Int { bytes.count * 8 }

  /// Whether every bit is zero, which stands for "no address".
  public var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }

  /// The numeric form of inet_ntop(3).
  public var description: String {
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &buffer, socklen_t(buffer.count)) != nil else { return "" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// How far the address reaches, by the special-purpose registries of RFC 6890.
  ///
  /// Whatever no registry keeps from the Internet is public, addresses for documentation too.
  public var scope: AddressScope {
    if family == .inet6, bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xff, bytes[11] == 0xff {
      return IPAddress(bytes: bytes.suffix(4))?.scope ?? .public
    }
    return SpecialPurposeAddresses.all.first { $0.range.contains(self) }?.scope ?? .public
  }
}
