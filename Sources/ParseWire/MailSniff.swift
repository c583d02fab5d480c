/// Tells a mail (RFC 5322) or a mailbox of mails from other text by its header.
enum MailSniff {
  private static let headLimit = 4096
  private static let linesLimit = 200
  private static let fields: Set<String> = [
    "from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path", "content-type",
    "delivered-to", "reply-to", "cc", "sender", "content-transfer-encoding", "in-reply-to", "references",
  ]

  /// Whether the first bytes are fields of a mail's header, three of them known, before any other line.
  static func isMail(_ head: UnsafeRawBufferPointer) -> Bool {
    guard let colon = head.prefix(80).firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == 0x0A }),
      head[colon] == UInt8(ascii: ":") || head.starts(with: "From ".utf8) || head.starts(with: ">From ".utf8)
    else { return false }
    var known: Set<String> = []
    let lines = head.prefix(headLimit).split(
      separator: 0x0A, maxSplits: linesLimit, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index == 0, line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8) { continue }
      guard let first = line.first, first != 0x0D else { break }
      if first == 0x20 || first == 0x09 {
        if index == 0 { return false }
        continue
      }
      guard let name = fieldName(line) else { return known.count >= 3 && index == lines.count - 1 }
      if fields.contains(name) { known.insert(name) }
    }
    return known.count >= 3 || known.isSuperset(of: ["from", "subject"])
      || known.isSuperset(of: ["mime-version", "content-type"])
  }

  /// The name of a header field in lower case; nil where the line is none.
  private static func fieldName(_ line: Slice<UnsafeRawBufferPointer>) -> String? {
    guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return nil
    }
    let name = line[..<colon]
    guard name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    return String(decoding: name, as: UTF8.self).lowercased()
  }
}
