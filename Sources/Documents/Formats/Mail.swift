import CGMime
import ParseWire

/// Mails and mailboxes.
struct Mail: Format {
  let types: [FileType] = [.mail]

  /// How winmail.dat begins ([MS-OXTNEF] 2.1.3.1).
  private static let transportNeutral: [UInt8] = [0x78, 0x9F, 0x3E, 0x22]

  func warmUp() {
    g_mime_init()
    Charset.warmUp()
  }

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    if try file.bytes().starts(with: Self.transportNeutral) { throw Unreadable(.unsupported) }
    return try MailReader.read(file, inner)
  }
}
