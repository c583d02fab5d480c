import Markings

/// Reads winmail.dat ([MS-OXTNEF]): subject, body in all its forms, named properties, what is attached.
struct TnefReader {
  /// How it begins.
  static let mark: [UInt8] = [0x78, 0x9F, 0x3E, 0x22]
  static let attributeLimit = 100_000

  private let content: BoundedBytes
  private let inner: InnerDocuments
  private var collector = TextCollector()
  private var isPartial = false
  private var attachment = Attachment()

  private struct Attachment {
    var name: String?
    var bytes: [UInt8]?
    var isObject = false
  }

  /// The text of a message; what is attached goes to `inner`. Throws `Unreadable`.
  static func read(_ bytes: [UInt8], _ inner: InnerDocuments) throws(Unreadable) -> Extract {
    var reader = TnefReader(content: BoundedBytes(bytes), inner: inner)
    do throws(Unreadable) {
      try reader.readAttributes()
    } catch {
      guard error.cause == .damaged else { throw error }
      reader.isPartial = true
    }
    reader.endAttachment()
    var extract = Extract(.mail, reader.collector.parts())
    extract.isPartial = reader.isPartial
    return extract
  }

  private init(content: BoundedBytes, inner: InnerDocuments) {
    self.content = content
    self.inner = inner
  }

  private mutating func readAttributes() throws(Unreadable) {
    guard content.all.starts(with: Self.mark) else { throw Unreadable(.damaged) }
    var at = 6
    for _ in 0..<Self.attributeLimit where at < content.count {
      let id = try content.u16(at + 1)
      let size = try content.u32(at + 5)
      let data = try content.slice(at + 9, size)
      try take(id, data)
      at += 9 + size + 2
    }
    if at < content.count { isPartial = true }
  }

  /// One attribute, by the number of its name.
  private mutating func take(_ id: Int, _ data: BoundedBytes) throws(Unreadable) {
    switch id {
    case 0x8004: try add(Self.narrow(data), .subject)
    case 0x800C: try add(Self.narrow(data), .body)
    case 0x9003: for property in try MapiProperties(data).properties { try takeMessage(property) }
    case 0x9002: endAttachment()
    case 0x8010: attachment.name = attachment.name ?? Self.narrow(data)
    case 0x800F: if !attachment.isObject { attachment.bytes = Array(data.all) }
    case 0x9005: for property in try MapiProperties(data).properties { try takeAttached(property) }
    default: break
    }
  }

  private mutating func takeMessage(_ property: MapiProperties.Property) throws(Unreadable) {
    for value in property.values {
      switch property.id {
      case 0x0037, 0x0E1D, 0x0070: try add(Self.text(value), .subject)
      case 0x1000: try add(Self.text(value), .body)
      case 0x1013: if let bytes = Self.bytes(value) { inner.read(bytes) }
      case 0x1009: if let bytes = Self.bytes(value), bytes.count > 16 { try readPacked(bytes) }
      case 0x8000...:
        if let text = Self.text(value), !text.isEmpty {
          try add("\(property.name ?? MessageReader.code(property.id))=\(text)", .property)
        }
      default: break
      }
    }
  }

  private mutating func takeAttached(_ property: MapiProperties.Property) throws(Unreadable) {
    for value in property.values {
      switch property.id {
      case 0x3707: attachment.name = Self.text(value) ?? attachment.name
      case 0x3704: attachment.name = attachment.name ?? Self.text(value)
      case 0x3701:
        guard case .object(let object) = value, object.count > 16 else { break }
        attachment.bytes = Array(try object.from(16).all)
        attachment.isObject = true
      default: break
      }
    }
  }

  private mutating func endAttachment() {
    let ended = attachment
    attachment = Attachment()
    if let bytes = ended.bytes, !bytes.isEmpty {
      if MailSecurity.isEncrypted(mime: nil, name: ended.name) { inner.fail(.encrypted) }
      inner.read(bytes, name: ended.name)
    } else if let name = ended.name {
      inner.read(name: name)
    }
  }

  private func readPacked(_ bytes: [UInt8]) throws(Unreadable) {
    let (rtf, isWhole) = try CompressedRtf.unpack(bytes, limit: NestLimits().documentSize)
    if !rtf.isEmpty { inner.read(rtf) }
    if !isWhole { inner.fail(.partlyRead) }
  }

  private mutating func add(_ text: String?, _ kind: TextPart.Kind) throws(Unreadable) {
    if let text, !text.isEmpty { try collector.addLines(text, kind) }
  }

  private static func text(_ value: MapiProperties.Value) -> String? {
    switch value {
    case .narrow(let bytes): narrow(bytes)
    case .wide(let bytes): String(bytes.utf16.prefix { $0 != "\0" })
    case .bytes, .object: nil
    }
  }

  private static func bytes(_ value: MapiProperties.Value) -> [UInt8]? {
    switch value {
    case .bytes(let bytes), .narrow(let bytes): Array(bytes.all)
    case .wide, .object: nil
    }
  }

  private static func narrow(_ bytes: BoundedBytes) -> String {
    Charset.text(Array(bytes.all.prefix { $0 != 0 }))
  }
}
