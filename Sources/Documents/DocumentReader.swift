import Glibc
import Markings
import ParseWire

/// Reads one file after the other and answers what markings it holds.
///
/// Everything that needs a file of the machine happens in `init`; `read` needs its descriptor only.
public final class DocumentReader {
  /// The reader cannot be set up; the text names no path of a user.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  private let finder: MarkingFinder
  private let places: [String: Int]
  private let identifier: TypeIdentifier

  /// How many marking rules the wire may name.
  public var ruleCount: Int { places.count }

  /// Loads marking rules and magic data and warms the libraries up; `magic` nil takes the system's data.
  public init(markings: String, magic: String?) throws(Failure) {
    setlocale(LC_ALL, "C.UTF-8")
    let rules: MarkingRules
    do { rules = try MarkingRules(folder: markings) } catch { throw Failure(description: "\(error)") }
    do { identifier = try TypeIdentifier(database: magic) } catch {
      throw Failure(description: "no magic data")
    }
    finder = MarkingFinder(rules)
    places = Dictionary(uniqueKeysWithValues: rules.ids.enumerated().map { ($1, $0) })
    do {
      for format in Formats.all { try format.warmUp() }
      _ = try finder.find(in: [TextPart(.body, lines: ["MẬT"])])
    } catch { throw Failure(description: "the libraries do not work") }
  }

  /// Reads one file from its descriptor, which stays open.
  public func read(_ descriptor: Int32, _ item: ParseRequest.Item, index: Int) -> ParseReply {
    var type = item.type
    do {
      type = try identifier.identify(item) { try DocumentFile(descriptor: descriptor, first: 1 << 16) }
      if type == .text, let hits = try largeText(descriptor) {
        return reply(type: .text, hits, index)
      }
      if type == .zip { type = try identifier.insideZip(descriptor) }
      guard let format = Formats.format(type) else { return try reply(without: type, descriptor, index) }
      return try reply(to: try format.extract(try DocumentFile(descriptor: descriptor)), index)
    } catch let failure as Unreadable {
      return ParseReply(index: index, type: type, outcome: .unreadable, cause: failure.cause)
    } catch {
      return ParseReply(index: index, type: type, outcome: .unreadable, cause: .damaged)
    }
  }

  /// The markings of a text that is read in pieces; nil for those that are small enough to be read whole.
  private func largeText(_ descriptor: Int32) throws -> [Hit]? {
    guard try DocumentFile.size(descriptor) > LargeText.threshold else { return nil }
    guard PlainText.order(try DocumentFile.piece(descriptor, at: 0, count: 512)) == nil else { return nil }
    return try LargeText(descriptor: descriptor, finder: finder).hits()
  }

  /// The reply to a file of a type that is not read.
  private func reply(without type: FileType, _ descriptor: Int32, _ index: Int) throws -> ParseReply {
    guard type.isUnsupportedDocument else {
      return ParseReply(index: index, type: type, outcome: .notDocument)
    }
    var isEncrypted = false
    if type == .ole {
      isEncrypted = try DocumentFile(descriptor: descriptor, first: 1 << 20).bytes.containsBytes(
        Self.encryptedPackage)
    }
    return ParseReply(
      index: index, type: type, outcome: .unreadable, cause: isEncrypted ? .encrypted : .unsupported)
  }

  private func reply(to extract: Extract, _ index: Int) throws -> ParseReply {
    var reply = reply(type: extract.type, try finder.find(in: extract.parts), index)
    reply.pages = extract.pages
    if extract.isPartial {
      (reply.outcome, reply.cause) = (.unreadable, .partlyRead)
    } else if extract.imagePages > 0 {
      reply.outcome = .imageOnly
    }
    return reply
  }

  private func reply(type: FileType, _ hits: [Hit], _ index: Int) -> ParseReply {
    let hits = hits.compactMap { hit -> WireHit? in
      places[hit.rule].map { place in
        WireHit(
          level: hit.level, rule: place, confidence: hit.confidence, part: hit.part,
          page: UInt32(clamping: hit.page ?? 0), line: UInt32(clamping: hit.line ?? 0))
      }
    }
    return ParseReply(index: index, type: type, outcome: .read, hits: hits)
  }

  /// "EncryptedPackage" as OLE2 directories spell it: an Office file under a password.
  private static let encryptedPackage: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
}

extension Collection<UInt8> {
  func containsBytes(_ other: [UInt8]) -> Bool {
    var rest = self[...]
    while let at = rest.firstIndex(of: other[0]) {
      if rest[at...].starts(with: other) { return true }
      rest = rest[index(after: at)...]
    }
    return false
  }
}
