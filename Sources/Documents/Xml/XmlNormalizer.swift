import CXML2

/// Rewrites any XML as UTF-8 without a document type, by libxml2: no network, no external entities, no messages.
struct XmlNormalizer {
  /// What could be parsed, as XML that `XmlScanner` takes.
  struct Output {
    var bytes: [UInt8]
    var isWellFormed: Bool
  }

  private static let sizeLimit = 256 << 20

  /// Silences libxml2 and readies its tables; call before the sandbox closes.
  static func warmUp() {
    xmlInitParser()
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    xmlSetExternalEntityLoader { _, _, _ in nil }
  }

  /// Parses a whole document, past its errors where it can.
  static func normalize(_ bytes: [UInt8]) -> Output {
    let writer = Writer()
    var sax = xmlSAXHandler()
    // The defaults keep the entities that the document declares; nothing else of them is wanted.
    xmlSAXVersion(&sax, 2)
    sax.externalSubset = nil
    sax.comment = nil
    sax.processingInstruction = nil
    sax.reference = nil
    sax.warning = nil
    sax.error = nil
    sax.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let name else { return }
      Writer.of(context)?.start(name, Int(count), attributes)
    }
    sax.endElementNs = { context, _, _, _ in Writer.of(context)?.end() }
    sax.characters = { context, text, count in
      guard let text else { return }
      Writer.of(context)?.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    sax.ignorableWhitespace = sax.characters
    sax.cdataBlock = sax.characters
    sax.serror = { _, _ in }
    guard let context = xmlCreatePushParserCtxt(&sax, nil, nil, 0, nil) else {
      return Output(bytes: [], isWellFormed: false)
    }
    context.pointee._private = Unmanaged.passUnretained(writer).toOpaque()
    defer {
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    xmlCtxtUseOptions(context, Int32(options | XML_PARSE_RECOVER.rawValue | XML_PARSE_NOENT.rawValue))
    let code = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text -> Int32 in
        let first = min(4, text.count)
        _ = xmlParseChunk(context, text.baseAddress, Int32(first), 0)
        return xmlParseChunk(context, text.baseAddress.map { $0 + first }, Int32(text.count - first), 1)
      }
    }
    withExtendedLifetime(writer) {}
    let isWellFormed = code == 0 && context.pointee.wellFormed == 1 && !writer.isFull
    return Output(bytes: writer.finished(), isWellFormed: isWellFormed)
  }

  private final class Writer {
    private var bytes: [UInt8] = []
    private var names: [[UInt8]] = []
    private var hasRoot = false
    private(set) var isFull = false

    /// The writer of a parser, which the callbacks get.
    static func of(_ context: UnsafeMutableRawPointer?) -> Writer? {
      context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private.map {
        Unmanaged<Writer>.fromOpaque($0).takeUnretainedValue()
      }
    }

    /// Attributes come as groups of five pointers: name, prefix, namespace, start and end of the value.
    func start(
      _ name: UnsafePointer<xmlChar>, _ count: Int, _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
      guard hasRoom else { return }
      if names.isEmpty, hasRoot { return isFull = true }
      hasRoot = true
      let name = Self.bytes(name)
      names.append(name)
      bytes.append(UInt8(ascii: "<"))
      bytes += name
      for index in 0..<count {
        guard let raw, let key = raw[index * 5], let start = raw[index * 5 + 3], let end = raw[index * 5 + 4]
        else { continue }
        bytes.append(UInt8(ascii: " "))
        bytes += Self.bytes(key)
        bytes += Array("=\"".utf8)
        text(UnsafeBufferPointer(start: start, count: end - start))
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: ">"))
    }

    func text(_ text: UnsafeBufferPointer<xmlChar>) {
      guard hasRoom else { return }
      for byte in text {
        switch byte {
        case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
        case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
        case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
        case 0: bytes.append(0x20)
        default: bytes.append(byte)
        }
      }
    }

    func end() {
      guard !isFull, let name = names.popLast() else { return }
      bytes += Array("</".utf8) + name + [UInt8(ascii: ">")]
    }

    func finished() -> [UInt8] {
      isFull = false
      while !names.isEmpty { end() }
      return bytes
    }

    private var hasRoom: Bool {
      if bytes.count > XmlNormalizer.sizeLimit { isFull = true }
      return !isFull
    }

    private static func bytes(_ text: UnsafePointer<xmlChar>) -> [UInt8] {
      Array(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
    }
  }
}
