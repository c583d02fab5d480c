import CGMime
import ParseWire

/// Mails, mailboxes and what Outlook packs for programs that are not Outlook (winmail.dat).
struct Mail: Format {
  let types: [FileType] = [.mail]

  func warmUp() {
    g_mime_init()
    Charset.warmUp()
  }

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    if try file.piece(at: 0, count: TnefReader.mark.count).elementsEqual(TnefReader.mark) {
      return try TnefReader.read(try file.bytes(), inner)
    }
    return try MailReader.read(file, inner)
  }
}
