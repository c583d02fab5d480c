@testable import LinuxHost
import Testing

@Suite struct VolumeSignatureTests {
  private func head(_ parts: [(Int, [UInt8])]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: VolumeSignature.length)
    for (offset, part) in parts { bytes.replaceSubrange(offset..<offset + part.count, with: part) }
    return bytes
  }

  @Test(arguments: [
    ([(0, "LUKS\u{BA}\u{BE}")], "LUKS"), ([(3, "-FVE-FS-")], "BitLocker"), ([(3, "EXFAT   ")], "exfat"),
    ([(3, "NTFS    ")], "ntfs"), ([(0, "XFSB")], "xfs"), ([(0x438, "\u{53}\u{EF}")], "ext4"),
    ([(0x1_0040, "_BHRfS_M")], "btrfs"), ([(0x8001, "CD001")], "iso9660"),
    ([(0x8001, "CD001"), (0x9001, "NSR02")], "udf"), ([(0x1FE, "\u{55}\u{AA}"), (0x52, "FAT32   ")], "vfat"),
    ([(0x20, "NXSB")], "apfs"), ([(0x400, "H+")], "hfsplus"),
  ])
  func known(parts: [(Int, String)], name: String) {
    let bytes = parts.map { ($0.0, $0.1.unicodeScalars.map { UInt8($0.value) }) }
    #expect(VolumeSignature(head(bytes))?.name == name)
  }

  @Test func whatIsEncryptedIsSaid() {
    #expect(VolumeSignature(head([(3, Array("-FVE-FS-".utf8))]))?.content == .encrypted)
  }

  @Test func journalsAreNotWrittenBack() {
    for (name, option) in [("ext4", "noload"), ("xfs", "norecovery")] {
      let parts = name == "ext4" ? (0x438, [UInt8](arrayLiteral: 0x53, 0xEF)) : (0, Array("XFSB".utf8))
      guard case .files(let ways) = VolumeSignature(head([parts]))?.content else {
        Issue.record("\(name)")
        continue
      }
      #expect(ways.allSatisfy { $0.options.contains(option) })
    }
  }

  @Test(arguments: [0, 1, 100, 511])
  func shortOrEmptyIsUnknown(length: Int) {
    #expect(VolumeSignature([UInt8](repeating: 0, count: length)) == nil)
  }
}
