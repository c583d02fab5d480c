import Crypto
import Facts
import LinuxHost

/// A signature file of ClamAV (.cvd, .cld): 512 bytes of text, then a compressed archive.
struct ClamavDatabase {
  static let headerSize = 512
  let path: String
  /// When the signatures were built, Unix seconds.
  let builtAt: Int64
  /// Number of the database, as 27829.
  let version: String
  /// MD5 of what follows the header, as the header gives it.
  let digest: String

  /// Reads the header "ClamAV-VDB:time:version:signatures:level:md5:signature:builder:seconds".
  ///
  /// nil if the file does not follow it; throws `FileError`.
  init?(_ path: String, _ files: FileTree) throws(FileError) {
    guard let bytes = try files.open(path).readChunk(Self.headerSize), bytes.count == Self.headerSize else {
      return nil
    }
    let fields = String(decoding: bytes, as: UTF8.self).split(
      separator: ":", omittingEmptySubsequences: false)
    guard fields.count >= 9, fields[0] == "ClamAV-VDB",
      let seconds = Int64(fields[8].prefix { $0.isNumber }), seconds > 0
    else { return nil }
    self.path = path
    builtAt = seconds
    version = String(fields[2])
    digest = fields[5].lowercased()
  }

  /// Whether a file is one signed whole; a .cld is put together on the machine and carries no signature.
  var isSigned: Bool { path.hasSuffix(".cvd") }

  /// Whether the rest of the file has the digest that the header gives; throws `FileError`.
  func hasWholeBody(_ files: FileTree) throws(FileError) -> Bool {
    if !isSigned { return true }
    let file = try files.open(path)
    var hash = Insecure.MD5()
    var header = Self.headerSize
    while let chunk = try file.readChunk(1 << 20) {
      hash.update(data: chunk.dropFirst(header))
      header = max(header - chunk.count, 0)
    }
    let hexadecimal = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return hexadecimal == digest
  }
}
