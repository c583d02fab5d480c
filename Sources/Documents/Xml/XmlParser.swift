/// Reads XML with the fast scanner, and through libxml2 where that is not sure.
struct XmlParser {
  /// Returns whether the document is well formed; what can be read of one that is not still reaches the handler.
  static func parse<Handler: XmlHandler>(
    _ bytes: [UInt8], _ vocabulary: XmlVocabulary, _ make: () -> Handler
  ) -> (handler: Handler, isWellFormed: Bool) {
    var scanner = XmlScanner(vocabulary)
    var handler = make()
    do {
      try scanner.scan(bytes.span, &handler)
      return (handler, true)
    } catch {
      let output = XmlNormalizer.normalize(bytes)
      handler = make()
      do { try scanner.scan(output.bytes.span, &handler) } catch { return (handler, false) }
      return (handler, output.isWellFormed)
    }
  }
}
