/// Little-endian numbers in bytes that nobody vouches for: whatever lies beyond their end throws `Unreadable`.
struct BoundedBytes {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }
  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }
  /// All bytes.
  var all: ArraySlice<UInt8> { bytes }

  func u8(_ at: Int) throws(Unreadable) -> Int {
    guard at >= 0, at < bytes.count else { throw Unreadable(.damaged) }
    return Int(bytes[bytes.startIndex + at])
  }

  func u16(_ at: Int) throws(Unreadable) -> Int {
    guard at >= 0, at <= bytes.count - 2 else { throw Unreadable(.damaged) }
    let start = bytes.startIndex + at
    return Int(bytes[start]) | Int(bytes[start + 1]) << 8
  }

  func u32(_ at: Int) throws(Unreadable) -> Int { try u16(at) | u16(at + 2) << 16 }

  /// A part of the bytes.
  func slice(_ at: Int, _ count: Int) throws(Unreadable) -> BoundedBytes {
    guard at >= 0, count >= 0, at <= bytes.count, count <= bytes.count - at else {
      throw Unreadable(.damaged)
    }
    let start = bytes.startIndex + at
    return BoundedBytes(bytes[start..<(start + count)])
  }

  /// What stands from a position on.
  func from(_ at: Int) throws(Unreadable) -> BoundedBytes { try slice(at, bytes.count - at) }

  /// All bytes as UTF-16, little-endian; an odd last byte is left out.
  var utf16: String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      units.append(UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8)
      at += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// All bytes as the lower halves of UTF-16 letters.
  var latin1: String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
    return String(scalars)
  }
}
