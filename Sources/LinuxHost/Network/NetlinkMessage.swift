import CShims

/// One message of the kernel: its type and what follows the header.
struct NetlinkMessage: Equatable {
  let type: UInt16
  let flags: UInt16
  let sequence: UInt32
  let payload: [UInt8]

  /// Splits a datagram; throws on a length that leaves it.
  static func split(_ datagram: [UInt8]) throws -> [NetlinkMessage] {
    var messages: [NetlinkMessage] = []
    var rest = datagram[...]
    while !rest.isEmpty {
      guard rest.count >= 16 else { throw NetlinkError(operation: "split", code: 0) }
      let length = Int(rest.integer(at: 0, as: UInt32.self))
      guard length >= 16, length <= rest.count else { throw NetlinkError(operation: "split", code: 0) }
      messages.append(
        NetlinkMessage(
          type: rest.integer(at: 4, as: UInt16.self), flags: rest.integer(at: 6, as: UInt16.self),
          sequence: rest.integer(at: 8, as: UInt32.self),
          payload: Array(rest.dropFirst(16).prefix(length - 16))))
      rest = rest.dropFirst(min((length + 3) & ~3, rest.count))
    }
    return messages
  }

  /// The attributes that follow a header of `offset` bytes; a type that comes twice keeps its last value.
  static func attributes(_ bytes: ArraySlice<UInt8>) throws -> [Int: ArraySlice<UInt8>] {
    var attributes: [Int: ArraySlice<UInt8>] = [:]
    var rest = bytes
    while rest.count >= 4 {
      let length = Int(rest.integer(at: 0, as: UInt16.self))
      guard length >= 4, length <= rest.count else { throw NetlinkError(operation: "attributes", code: 0) }
      attributes[Int(rest.integer(at: 2, as: UInt16.self) & 0x3fff)] = rest.dropFirst(4).prefix(length - 4)
      rest = rest.dropFirst(min((length + 3) & ~3, rest.count))
    }
    return attributes
  }
}

extension Collection<UInt8> {
  /// An integer in the machine's byte order; 0 for bytes that are not there.
  func integer<T: FixedWidthInteger>(at offset: Int, as type: T.Type) -> T {
    var value: T = 0
    withUnsafeMutableBytes(of: &value) { $0.copyBytes(from: dropFirst(offset).prefix(MemoryLayout<T>.size)) }
    return value
  }

  /// Bytes up to the first zero as text.
  var nulTerminated: String { String(decoding: prefix { $0 != 0 }, as: UTF8.self) }
}
