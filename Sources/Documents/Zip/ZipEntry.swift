/// One member of a zip file as its directory describes it (APPNOTE.TXT 6.3, 4.3.12).
struct ZipEntry {
  var name: String
  var isEncrypted: Bool
  var method: Int
  var checksum: UInt32
  /// Bytes as they stand in the file; of a file without a directory, at most so many.
  var packedSize: Int
  /// Bytes unpacked; nil where only the data themselves tell.
  var size: Int?
  /// Where the member's own header stands.
  var offset: Int

  var isFolder: Bool { name.hasSuffix("/") || name.hasSuffix("\\") }
}
