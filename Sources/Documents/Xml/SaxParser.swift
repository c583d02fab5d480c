import CXML2
import Glibc

/// Receives the elements and the text of an XML document, names without their prefix.
protocol SaxHandler: AnyObject {
  func start(_ name: String, _ attributes: [String: String])
  func text(_ text: String)
  func end(_ name: String)
}

/// libxml2's SAX2 parser: no network, no external entities, no message to anyone.
struct SaxParser {
  /// Silences libxml2 and readies its tables; call before the sandbox closes.
  static func warmUp() {
    xmlInitParser()
    xmlSetStructuredErrorFunc(nil) { _, _ in }
  }

  /// Parses a whole document; throws `Unreadable(.damaged)` where it is not well formed.
  static func parse(_ bytes: [UInt8], _ handler: any SaxHandler) throws(Unreadable) {
    let box = Box(handler)
    var sax = xmlSAXHandler()
    sax.initialized = XML_SAX2_MAGIC
    sax.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let name, let handler = Box.handler(context) else { return }
      handler.start(SaxParser.string(name), SaxParser.attributes(Int(count), attributes))
    }
    sax.endElementNs = { context, name, _, _ in
      guard let name, let handler = Box.handler(context) else { return }
      handler.end(SaxParser.string(name))
    }
    sax.characters = { context, text, count in
      guard let text, let handler = Box.handler(context) else { return }
      handler.text(String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self))
    }
    sax.cdataBlock = sax.characters
    sax.serror = { _, _ in }
    let user = Unmanaged.passUnretained(box).toOpaque()
    let context = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        xmlCreatePushParserCtxt(&sax, user, $0.baseAddress, Int32(min(4, $0.count)), nil)
      }
    }
    guard let context else { throw Unreadable(.damaged) }
    defer {
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
    xmlCtxtUseOptions(
      context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue))
    let code = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text -> Int32 in
        let first = min(4, text.count)
        return xmlParseChunk(context, text.baseAddress.map { $0 + first }, Int32(text.count - first), 1)
      }
    }
    withExtendedLifetime(box) {}
    guard code == 0, context.pointee.wellFormed == 1 else { throw Unreadable(.damaged) }
  }

  private static func string(_ text: UnsafePointer<xmlChar>) -> String { String(cString: text) }

  /// Attributes come as groups of five pointers: name, prefix, namespace, start and end of the value.
  private static func attributes(
    _ count: Int, _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> [String: String] {
    guard let raw, count > 0 else { return [:] }
    var attributes: [String: String] = [:]
    for index in 0..<count {
      guard let name = raw[index * 5], let start = raw[index * 5 + 3], let end = raw[index * 5 + 4] else {
        continue
      }
      attributes[string(name)] = String(
        decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    }
    return attributes
  }

  private final class Box {
    let handler: any SaxHandler

    init(_ handler: any SaxHandler) { self.handler = handler }

    static func handler(_ context: UnsafeMutableRawPointer?) -> (any SaxHandler)? {
      context.map { Unmanaged<Box>.fromOpaque($0).takeUnretainedValue().handler }
    }
  }
}
