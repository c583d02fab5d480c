/// What the first bytes of a volume say of its file system.
///
/// The places are those of the formats' own descriptions; libblkid looks at the same ones.
struct VolumeSignature: Equatable {
  enum Content: Equatable {
    /// A file system: the kernel's types to try, each with the options that keep it from writing a journal back.
    case files([Mounting])
    case encrypted
    /// Known, and not readable by Linux.
    case foreign
  }

  struct Mounting: Equatable {
    let type: String
    let options: String
  }

  /// Bytes from the start that the signatures stand in.
  static let length = 0x1_1000

  let name: String
  let content: Content

  private init(_ name: String, _ content: Content) {
    self.name = name
    self.content = content
  }

  /// nil where nothing known stands in the bytes.
  init?(_ head: [UInt8]) {
    func has(_ text: String, _ offset: Int) -> Bool { has(Array(text.utf8), offset) }
    func has(_ bytes: [UInt8], _ offset: Int) -> Bool {
      offset + bytes.count <= head.count && Array(head[offset..<offset + bytes.count]) == bytes
    }
    if has([0x4C, 0x55, 0x4B, 0x53, 0xBA, 0xBE], 0) {
      self.init("LUKS", .encrypted)
    } else if has("-FVE-FS-", 3) {
      self.init("BitLocker", .encrypted)
    } else if has("EXFAT   ", 3) {
      self.init("exfat", .files([.init(type: "exfat", options: "")]))
    } else if has("NTFS    ", 3) {
      self.init("ntfs", .files([.init(type: "ntfs3", options: ""), .init(type: "ntfs", options: "")]))
    } else if has("XFSB", 0) {
      self.init("xfs", .files([.init(type: "xfs", options: "norecovery,nouuid")]))
    } else if has([0x53, 0xEF], 0x438) {
      self.init("ext4", .files([.init(type: "ext4", options: "noload")]))
    } else if has("_BHRfS_M", 0x1_0040) {
      self.init("btrfs", .files([.init(type: "btrfs", options: "rescue=nologreplay")]))
    } else if has([0x10, 0x20, 0xF5, 0xF2], 0x400) {
      self.init("f2fs", .files([.init(type: "f2fs", options: "norecovery")]))
    } else if has("hsqs", 0) {
      self.init("squashfs", .files([.init(type: "squashfs", options: "")]))
    } else if has("H+", 0x400) || has("HX", 0x400) {
      self.init("hfsplus", .files([.init(type: "hfsplus", options: "")]))
    } else if has("NXSB", 0x20) {
      self.init("apfs", .foreign)
    } else if has("LABELONE", 0x200) {
      self.init("lvm2", .foreign)
    } else if Self.isUdf(head) {
      self.init("udf", .files([.init(type: "udf", options: ""), .init(type: "iso9660", options: "")]))
    } else if has("CD001", 0x8001) {
      self.init("iso9660", .files([.init(type: "iso9660", options: "")]))
    } else if has([0x55, 0xAA], 0x1FE), has("FAT", 0x36) || has("FAT32", 0x52) {
      self.init(
        "vfat", .files([.init(type: "vfat", options: "utf8"), .init(type: "vfat", options: "")]))
    } else {
      return nil
    }
  }

  /// A volume recognition sequence (ECMA-167) with an NSR descriptor.
  private static func isUdf(_ head: [UInt8]) -> Bool {
    stride(from: 0x8001, to: 0x1_0000, by: 0x800).contains { offset in
      offset + 4 <= head.count && Array(head[offset..<offset + 4]) == Array("NSR0".utf8)
    }
  }
}
