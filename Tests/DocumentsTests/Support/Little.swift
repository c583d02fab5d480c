/// Little-endian bytes of numbers and letters, for tests.
enum Little {
  static func u16(_ values: Int...) -> [UInt8] {
    values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF)] }
  }

  static func u32(_ values: Int...) -> [UInt8] { values.flatMap { u16($0 & 0xFFFF, $0 >> 16 & 0xFFFF) } }

  static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { u16(Int($0)) } }
}
