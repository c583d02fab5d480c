import Markings
import Testing

@testable import Documents

struct PropertySetTests {
  /// A property set of one section; strings are stored by the code page.
  private func set(_ properties: [(id: Int, bytes: [UInt8])], summary: Bool) -> [UInt8] {
    let format = summary ? Little.u32(0xF29F_85E0, 0, 0, 0) : Little.u32(0xD5CD_D505, 0, 0, 0)
    var table: [UInt8] = []
    var values: [UInt8] = []
    for property in properties {
      table += Little.u32(property.id, 8 + properties.count * 8 + values.count)
      values += property.bytes
    }
    let section = Little.u32(8 + table.count + values.count, properties.count) + table + values
    return Little.u16(0xFFFE, 0) + [UInt8](repeating: 0, count: 20) + Little.u32(1) + format + Little.u32(48)
      + section
  }

  private func narrow(_ bytes: [UInt8]) -> [UInt8] {
    Little.u32(0x1E, bytes.count + 1) + bytes + [UInt8](repeating: 0, count: 4 - bytes.count % 4)
  }

  @Test func tellsTitleFromOthers() throws {
    let bytes = set(
      [(1, Little.u32(2, 1258)), (2, narrow([0x4D, 0xC2, 0xF2, 0x54])), (5, narrow(Array("mat".utf8)))],
      summary: true)
    #expect(
      try PropertySet.parts(bytes) == [
        TextPart(.property, lines: ["5=mat"]), TextPart(.subject, lines: ["MẬT"]),
      ])
  }

  @Test func namesPropertiesOfUser() throws {
    let name = Array("MSIP_Label_x_Name\0".utf8)
    let dictionary = Little.u32(1, 2, name.count) + name
    let wide = Little.utf16("Tối mật\0")
    let bytes = set(
      [
        (0, dictionary + [UInt8](repeating: 0, count: (4 - dictionary.count % 4) % 4)),
        (1, Little.u32(2, 65001)),
        (2, Little.u32(0x1F, wide.count / 2) + wide),
      ], summary: false)
    #expect(try PropertySet.parts(bytes) == [TextPart(.property, lines: ["MSIP_Label_x_Name=Tối mật"])])
  }

  @Test func refusesDamage() {
    let bytes = set([(2, narrow(Array("abc".utf8)))], summary: true)
    #expect(throws: Unreadable(.damaged)) { _ = try PropertySet.parts(Array(bytes.dropLast(6))) }
    #expect(throws: Unreadable(.damaged)) { _ = try PropertySet.parts([]) }
  }
}
