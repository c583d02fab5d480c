/// A network: an address and the length of its prefix.
public struct AddressRange: Sendable, Hashable, CustomStringConvertible {
  public let address: IPAddress
  public let prefixLength: Int

  /// nil if the prefix is longer than the address.
  public init?(_ address: IPAddress, prefixLength: Int) {
    guard (0...address.bitCount).contains(prefixLength) else { return nil }
    self.address = address
    self.prefixLength = prefixLength
  }

  /// Reads "10.20.0.0/16"; an address alone is a network of one.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let address = IPAddress(first) else { return nil }
    if parts.count == 1 {
      self.init(address, prefixLength: address.bitCount)
      return
    }
    guard parts[1].allSatisfy(\.isNumber), let length = Int(parts[1]) else { return nil }
    self.init(address, prefixLength: length)
  }

  public func contains(_ other: IPAddress) -> Bool {
    guard other.bytes.count == address.bytes.count else { return false }
    let whole = prefixLength / 8
    guard other.bytes.prefix(whole) == address.bytes.prefix(whole) else { return false }
    let rest = prefixLength % 8
    if rest == 0 { return true }
    let mask = UInt8(truncatingIfNeeded: 0xff00 >> rest)
    return other.bytes[whole] & mask == address.bytes[whole] & mask
  }

  /// Whether every address of `other` is in this network.
  public func contains(_ other: AddressRange) -> Bool {
    other.prefixLength >= prefixLength && contains(other.address)
  }

  public var description: String { "\(address)/\(prefixLength)" }
}
