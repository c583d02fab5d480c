import CGsf
import Markings
import ParseWire

/// OLE2 files: Word, Excel and PowerPoint of before 2007, WPS Office, Outlook messages.
struct Ole: Format {
  let types: [FileType] = [.ole]

  func warmUp() {
    gsf_init()
    g_log_set_default_handler({ _, _, _, _ in }, nil)
    Charset.warmUp()
  }

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    let bytes = try file.bytes()
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return try BiffReader.read(bytes) }
    let storage: OleStorage
    do throws(Unreadable) {
      storage = try OleStorage(bytes)
    } catch {
      throw bytes.prefix(1 << 20).containsBytes(Self.encryptedPackage) ? Unreadable(.encrypted) : error
    }
    let extract = try OleDocument(storage, inner).read()
    if extract.type == .ole { throw Unreadable(.unsupported) }
    return extract
  }

  /// "EncryptedPackage" as OLE2 directories spell it: an Office file under a password.
  private static let encryptedPackage: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
}
