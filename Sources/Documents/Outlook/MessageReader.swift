import Markings

/// Reads an Outlook message ([MS-OXMSG]): subject, body in all its forms, headers, named properties, attachments.
struct MessageReader {
  /// Messages that may be attached to one another.
  static let depthLimit = 8
  static let attachmentLimit = 10_000

  private static let prefix = "__substg1.0_"
  private let storage: OleStorage
  private let inner: InnerDocuments
  private let depth: Int
  private var collector = TextCollector()

  /// The text of a message; what is attached goes to `inner`. Throws `Unreadable`.
  static func read(_ storage: OleStorage, _ inner: InnerDocuments, depth: Int = 0) throws(Unreadable)
    -> Extract
  {
    guard depth < depthLimit else { throw Unreadable(.tooDeep) }
    var reader = MessageReader(storage: storage, inner: inner, depth: depth)
    var extract = Extract(.msg)
    try reader.readTexts()
    try reader.readBodies()
    try reader.readNamedProperties()
    let attached = try reader.readAttachments()
    extract.parts = reader.collector.parts() + attached
    return extract
  }

  private init(storage: OleStorage, inner: InnerDocuments, depth: Int) {
    self.storage = storage
    self.inner = inner
    self.depth = depth
  }

  private mutating func readTexts() throws(Unreadable) {
    for (id, kind) in [
      (0x0037, TextPart.Kind.subject), (0x0E1D, .subject), (0x0070, .subject), (0x1000, .body),
    ] {
      if let text = try text(id), !text.isEmpty { try collector.addLines(text, kind) }
    }
    if let headers = try text(0x007D), !headers.isEmpty { inner.read(Array(headers.utf8)) }
  }

  private mutating func readBodies() throws(Unreadable) {
    if let html = try text(0x1013) { inner.read(Array(html.utf8)) }
    if let html = try data(0x1013) { inner.read(html) }
    if let packed = try data(0x1009), packed.count > 16 {
      let limit = NestLimits().documentSize
      let (rtf, isWhole) = try CompressedRtf.unpack(packed, limit: limit)
      if !rtf.isEmpty { inner.read(rtf) }
      if !isWhole { inner.fail(.partlyRead) }
    }
  }

  /// Properties that programs and sensitivity labels add, with their names.
  private mutating func readNamedProperties() throws(Unreadable) {
    let names = try MessageNames.read(storage)
    for stream in storage.names.prefix(OleStorage.entryLimit) where stream.hasPrefix(Self.prefix) {
      let code = stream.dropFirst(Self.prefix.count).prefix(8)
      guard let id = Int(code.prefix(4), radix: 16), id >= 0x8000, ["001F", "001E"].contains(code.suffix(4)),
        let text = try text(id), !text.isEmpty
      else { continue }
      try collector.addLines("\(names[id] ?? String(code))=\(text)", .property)
    }
  }

  private func readAttachments() throws(Unreadable) -> [TextPart] {
    var parts: [TextPart] = []
    let names = storage.names.filter { $0.hasPrefix("__attach_version1.0_") }
    for name in names.prefix(Self.attachmentLimit) {
      guard let attachment = storage.storage(name) else { continue }
      let reader = MessageReader(storage: attachment, inner: inner, depth: depth)
      let long = try reader.text(0x3707)
      let name = if let long { long } else { try reader.text(0x3704) }
      if let bytes = try reader.data(0x3701) {
        if MailSecurity.isEncrypted(mime: try reader.text(0x370E), name: name) { inner.fail(.encrypted) }
        inner.read(bytes, name: name)
      } else if let object = attachment.storage("\(Self.prefix)3701000D") {
        if let name { inner.read(name: name) }
        parts += try OleDocument(object, inner, depth: depth + 1).read().parts
      } else if let name {
        inner.read(name: name)
      }
    }
    return parts
  }

  private func text(_ id: Int) throws(Unreadable) -> String? {
    let code = Self.code(id)
    if let bytes = try storage.stream("\(Self.prefix)\(code)001F") {
      return Self.trimmed(BoundedBytes(bytes).utf16)
    }
    if let bytes = try storage.stream("\(Self.prefix)\(code)001E") {
      return Self.trimmed(Charset.text(bytes))
    }
    return nil
  }

  private func data(_ id: Int) throws(Unreadable) -> [UInt8]? {
    try storage.stream("\(Self.prefix)\(Self.code(id))0102")
  }

  private static func trimmed(_ text: String) -> String { String(text.prefix { $0 != "\0" }) }

  /// Four hexadecimal digits in capitals.
  static func code(_ id: Int) -> String {
    let digits = String(id, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
