import CGMime
import Markings
import ParseWire

/// Reads mails (RFC 5322, MIME) and mailboxes of them with GMime: subjects, texts, other headers, what is attached.
final class MailReader {
  /// Mails that one mailbox may hold.
  static let mailLimit = 1_000_000
  /// Parts that may stand in one another.
  static let depthLimit = 64
  /// Largest text part, bytes.
  static let textLimit = 64 << 20

  private let inner: InnerDocuments
  private var collector = TextCollector()
  private var isPartial = false

  private init(_ inner: InnerDocuments) { self.inner = inner }

  /// The text of a mail or a mailbox; what is attached goes to `inner`. Throws `Unreadable`.
  static func read(_ file: DocumentFile, _ inner: InnerDocuments) throws(Unreadable) -> Extract {
    let reader = MailReader(inner)
    let isMailbox = try file.piece(at: 0, count: 5).elementsEqual("From ".utf8)
    try reader.read(try MailStream(file), isMailbox: isMailbox)
    var extract = Extract(.mail, reader.collector.parts())
    extract.isPartial = reader.isPartial
    return extract
  }

  private func read(_ stream: MailStream, isMailbox: Bool) throws(Unreadable) {
    guard let parser = g_mime_parser_new_with_stream(stream.stream) else { throw Unreadable(.readFailed) }
    defer { g_object_unref(parser) }
    g_mime_parser_set_format(parser, isMailbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE)
    g_mime_parser_set_persist_stream(parser, 1)
    let options = g_mime_parser_options_new()
    defer { g_mime_parser_options_free(options) }
    g_mime_parser_options_set_warning_callback(
      options, Self.noteWarning, Unmanaged.passUnretained(self).toOpaque())
    var count = 0
    repeat {
      guard let mail = g_mime_parser_construct_message(parser, options) else { break }
      defer { g_object_unref(mail) }
      count += 1
      try read(mail, depth: 0)
    } while isMailbox && g_mime_parser_eos(parser) == 0 && count < Self.mailLimit
    if count == 0 { throw Unreadable(.damaged) }
    if count == Self.mailLimit { isPartial = true }
  }

  /// What the parser says of parts that it could not follow.
  private static let noteWarning: GMimeParserWarningFunc = { _, code, _, user in
    guard let user, code == GMIME_WARN_TRUNCATED_MESSAGE || code == GMIME_CRIT_NESTING_OVERFLOW else {
      return
    }
    Unmanaged<MailReader>.fromOpaque(user).takeUnretainedValue().isPartial = true
  }

  private func read(_ mail: UnsafeMutablePointer<GMimeMessage>, depth: Int) throws(Unreadable) {
    try readHeaders(mail)
    if let part = g_mime_message_get_mime_part(mail) { try read(part, depth: depth) }
    collector.endText(.body)
  }

  // MARK: Headers

  private func readHeaders(_ mail: UnsafeMutablePointer<GMimeMessage>) throws(Unreadable) {
    let headers = mail.withMemoryRebound(to: GMimeObject.self, capacity: 1) {
      g_mime_object_get_header_list($0)
    }
    guard let headers else { return }
    for index in 0..<min(Int(g_mime_header_list_get_count(headers)), 1000) {
      guard let header = g_mime_header_list_get_header_at(headers, Int32(index)),
        let name = g_mime_header_get_name(header).map({ String(cString: $0) }),
        let kind = MailHeader.kind(name), let raw = g_mime_header_get_raw_value(header),
        let decoded = g_mime_utils_header_decode_text(nil, raw)
      else { continue }
      defer { g_free(decoded) }
      let text = String(
        decoding: UnsafeBufferPointer(
          start: UnsafeRawPointer(decoded).assumingMemoryBound(to: UInt8.self), count: strlen(decoded)),
        as: UTF8.self)
      let value = MailHeader.unfolded(text)
      guard !value.isEmpty else { continue }
      try collector.addLines(kind == .property ? "\(name)=\(value)" : value, kind)
    }
  }

  // MARK: Parts

  private func read(_ part: UnsafeMutablePointer<GMimeObject>, depth: Int) throws(Unreadable) {
    guard depth < Self.depthLimit else { throw Unreadable(.tooDeep) }
    let raw = UnsafeMutableRawPointer(part)
    let mime = Self.take(g_mime_content_type_get_mime_type(g_mime_object_get_content_type(part))).lowercased()
    if MailSecurity.isEncrypted(mime: mime, name: nil) { return inner.fail(.encrypted) }
    switch true {
    case Self.isInstance(part, g_mime_multipart_get_type()):
      let multipart = raw.assumingMemoryBound(to: GMimeMultipart.self)
      for index in 0..<max(0, g_mime_multipart_get_count(multipart)) {
        if let child = g_mime_multipart_get_part(multipart, index) { try read(child, depth: depth + 1) }
      }
    case Self.isInstance(part, g_mime_message_part_get_type()):
      let inner = g_mime_message_part_get_message(raw.assumingMemoryBound(to: GMimeMessagePart.self))
      if let inner { try read(inner, depth: depth + 1) }
    case Self.isInstance(part, g_mime_message_partial_get_type()): isPartial = true
    case Self.isInstance(part, g_mime_part_get_type()):
      try readLeaf(part, raw.assumingMemoryBound(to: GMimePart.self), mime)
    default: isPartial = true
    }
  }

  private func readLeaf(
    _ object: UnsafeMutablePointer<GMimeObject>, _ part: UnsafeMutablePointer<GMimePart>, _ mime: String
  ) throws(Unreadable) {
    let name = g_mime_part_get_filename(part).map { String(cString: $0) }
    if MailSecurity.isEncrypted(mime: mime, name: name) { return inner.fail(.encrypted) }
    guard let bytes = content(part) else { return inner.fail(.tooLarge) }
    switch mime {
    case "application/pkcs7-mime", "application/x-pkcs7-mime": return try readSigned(bytes, name)
    case "application/ms-tnef", "application/vnd.ms-tnef": return try readTnef(bytes)
    case "text/html": return inner.read(MailText.marked(bytes, charset(object)), name: name)
    case _ where mime.hasPrefix("text/") && mime != "text/rtf" && name == nil:
      if bytes.count > Self.textLimit { return inner.read(bytes) }
      if bytes.containsBytes(Array("-----BEGIN PGP MESSAGE-----".utf8)) { inner.fail(.encrypted) }
      try collector.addLines(MailText.text(bytes, charset(object)), .body)
    default: inner.read(bytes, name: name)
    }
  }

  /// A signed message carries its content inside the signature's envelope (RFC 5652).
  private func readSigned(_ bytes: [UInt8], _ name: String?) throws(Unreadable) {
    if MailSecurity.isEnveloped(bytes) { return inner.fail(.encrypted) }
    inner.read(bytes, name: name)
    guard let content = CmsContent.signed(bytes) else { return inner.fail(.unsupported) }
    inner.read(content)
  }

  private func readTnef(_ bytes: [UInt8]) throws(Unreadable) {
    inner.read(bytes)
  }

  private func charset(_ part: UnsafeMutablePointer<GMimeObject>) -> String? {
    g_mime_object_get_content_type_parameter(part, "charset").map { String(cString: $0) }
  }

  /// The decoded bytes of a part; nil beyond the limits.
  private func content(_ part: UnsafeMutablePointer<GMimePart>) -> [UInt8]? {
    guard let wrapper = g_mime_part_get_content(part) else { return [] }
    if let stream = g_mime_data_wrapper_get_stream(wrapper),
      !inner.hasRoom(for: Int(g_mime_stream_length(stream)) / 2)
    {
      return nil
    }
    guard let memory = g_mime_stream_mem_new() else { return nil }
    defer { g_object_unref(memory) }
    guard g_mime_data_wrapper_write_to_stream(wrapper, memory) >= 0 else { return nil }
    let array = g_mime_stream_mem_get_byte_array(
      UnsafeMutableRawPointer(memory).assumingMemoryBound(to: GMimeStreamMem.self))
    guard let array, let data = array.pointee.data else { return [] }
    return Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
  }

  private static func isInstance(_ object: UnsafeMutablePointer<GMimeObject>, _ type: GType) -> Bool {
    object.withMemoryRebound(to: GTypeInstance.self, capacity: 1) {
      g_type_check_instance_is_a($0, type) != 0
    }
  }

  private static func take(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "" }
    defer { g_free(text) }
    return String(cString: text)
  }
}
