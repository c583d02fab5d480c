/// Writes zip files of stored members, for tests.
public struct ZipBuilder {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  public init() {}

  /// Adds a member.
  public mutating func add(_ name: String, _ content: some Sequence<UInt8>, isEncrypted: Bool = false) {
    let content = Array(content)
    let offset = UInt32(bytes.count)
    var common: [UInt8] = []
    for value: UInt16 in [20, 0x0800 | (isEncrypted ? 1 : 0), 0, 0, 0x5821] { common += Self.little(value) }
    for value: UInt32 in [Self.checksum(content), UInt32(content.count), UInt32(content.count)] {
      common += Self.little(value)
    }
    common += Self.little(UInt16(name.utf8.count))
    bytes += [0x50, 0x4B, 3, 4] + common + Self.little(UInt16(0)) + Array(name.utf8) + content
    directory += [0x50, 0x4B, 1, 2] + Self.little(UInt16(20)) + common
    directory += [UInt8](repeating: 0, count: 12) + Self.little(offset) + Array(name.utf8)
    count += 1
  }

  public mutating func add(_ name: String, _ content: String) { add(name, content.utf8) }

  /// The finished file.
  public func finished() -> [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    end += Self.little(count) + Self.little(count) + Self.little(UInt32(directory.count))
    end += Self.little(UInt32(bytes.count)) + [0, 0]
    return bytes + directory + end
  }

  private static func little<N: FixedWidthInteger>(_ value: N) -> [UInt8] {
    (0..<(N.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> N(8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
