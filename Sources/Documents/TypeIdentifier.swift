import CMagic
import Glibc
import ParseWire

/// Decides a file's type by content where the scanner's sniff does not: inside zip files, and by libmagic.
final class TypeIdentifier {
  /// libmagic cannot be set up.
  struct Failure: Error {}

  private let magic: OpaquePointer

  /// Loads the magic data; `database` nil takes the system's.
  init(database: String?) throws(Failure) {
    let checks = MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_ELF | MAGIC_NO_CHECK_CDF
    guard let magic = magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR | checks) else { throw Failure() }
    self.magic = magic
    guard magic_load(magic, database) == 0 else { throw Failure() }
  }

  deinit { magic_close(magic) }

  /// The type of a file by the scanner's sniff and, where that does not settle it, by its content. Throws `Unreadable`.
  func identify(_ item: ParseRequest.Item, _ file: DocumentFile) throws -> FileType {
    switch item.type {
    case .zip: return try insideZip(file)
    case .unknown: return try byMagic(file)
    case .text where item.isContradicted, .other where item.isContradicted:
      let type = try byMagic(file)
      return type == .unknown || type == .other ? item.type : type
    default: return item.type
    }
  }

  /// The type of an inner document, by its content; `name` only says whether to look twice. Throws `Unreadable`.
  func identify(_ file: DocumentFile, name: String?) throws -> FileType {
    let type = TypeSniff.type(Array(try file.piece(at: 0, count: TypeSniff.length)))
    let promised = name.flatMap { TypeSniff.promised(by: $0) }
    let isContradicted = promised.map { !$0.contains(type) } ?? false
    return try identify(ParseRequest.Item(type: type, isContradicted: isContradicted), file)
  }

  private func byMagic(_ file: DocumentFile) throws -> FileType {
    let head = try file.piece(at: 0, count: 1 << 16)
    if head.dropFirst(MagicGate.discMarkOffset).starts(with: MagicGate.discMark) { return .archive }
    let type = head.prefix(4096).withUnsafeBytes { head -> FileType in
      guard MagicGate.isOpen(for: head) else { return .unknown }
      return magic_buffer(magic, head.baseAddress, head.count).map { Self.type(String(cString: $0)) }
        ?? .unknown
    }
    return type == .zip ? try insideZip(file) : type
  }

  /// What a zip file is; throws `Unreadable`.
  private func insideZip(_ file: DocumentFile) throws -> FileType {
    let zip = try Zip(file)
    let names = zip.entries.map(\.name)
    if let entry = zip.entry("mimetype") {
      let type = String(decoding: try zip.content(entry).bytes.prefix(100), as: UTF8.self)
      if type.hasPrefix("application/vnd.oasis.opendocument.text") { return .odt }
      if type.hasPrefix("application/vnd.oasis.opendocument") { return .odf }
    }
    for (folder, type) in [("word/", FileType.docx), ("xl/", .xlsx), ("ppt/", .pptx)]
    where names.contains(where: { $0.hasPrefix(folder) }) {
      return type
    }
    if names.contains("content.xml"), names.contains("META-INF/manifest.xml") { return .odf }
    return Self.isProgram(names) ? .other : .zip
  }

  /// Whether a zip file holds a program and nothing that looks like a document.
  private static func isProgram(_ names: [String]) -> Bool {
    let lower = names.map { $0.lowercased() }
    let marks = ["meta-inf/manifest.mf", "androidmanifest.xml"]
    guard lower.contains(where: { marks.contains($0) || $0.hasSuffix(".dist-info/wheel") }) else {
      return false
    }
    return !lower.contains { name in documentEndings.contains { name.hasSuffix($0) } }
  }

  private static let documentEndings = [
    ".docx", ".docm", ".doc", ".odt", ".pdf", ".rtf", ".xlsx", ".xls", ".ods", ".pptx", ".ppt", ".odp",
    ".eml", ".msg",
    ".zip", ".7z", ".rar", ".tar",
  ]

  private static func type(_ mime: String) -> FileType {
    switch mime {
    case "application/pdf": .pdf
    case "text/html", "application/xhtml+xml": .html
    case "text/xml", "application/xml": .xml
    case "text/rtf", "application/rtf": .rtf
    case "message/rfc822", "application/mbox", "application/vnd.ms-tnef": .mail
    case "application/postscript": .postscript
    case "image/vnd.djvu": .djvu
    case "application/zip", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "application/vnd.oasis.opendocument.text":
      .zip
    case "application/x-7z-compressed", "application/x-rar", "application/x-tar",
      "application/vnd.ms-cab-compressed",
      "application/x-iso9660-image", "application/x-cpio":
      .archive
    case "application/gzip", "application/x-bzip2", "application/x-xz", "application/zstd",
      "application/x-lzma":
      .compressed
    case "application/CDFV2", "application/x-ole-storage", "application/msword", "application/vnd.ms-excel",
      "application/vnd.ms-powerpoint", "application/vnd.ms-outlook":
      .ole
    case "application/octet-stream": .unknown
    case _ where mime.hasPrefix("text/"): .text
    default: .other
    }
  }
}
