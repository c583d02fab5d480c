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
      let file = try DocumentFile(descriptor: descriptor)
      type = try identifier.identify(item, file)
      if type == .text, let hits = try largeText(file) {
        return reply(type: .text, hits.map { .init(hit: $0, member: 0) }, index)
      }
      let inner = InnerDocuments(finder, identifier, fileSize: file.size)
      let extract = inner.readOutermost(file, type)
      if extract == nil, inner.cause == .none { return try reply(without: type, file, index) }
      return reply(extract?.type ?? type, pages: extract?.pages ?? 0, inner, index)
    } catch let failure as Unreadable {
      return ParseReply(index: index, type: type, outcome: .unreadable, cause: failure.cause)
    } catch {
      return ParseReply(index: index, type: type, outcome: .unreadable, cause: .damaged)
    }
  }

  /// The markings of a text that is read in pieces; nil for those that are small enough to be read whole.
  private func largeText(_ file: DocumentFile) throws -> [Hit]? {
    guard file.size > LargeText.threshold else { return nil }
    guard PlainText.form(Array(try file.piece(at: 0, count: 4096))) == nil else { return nil }
    return try LargeText(file: file, finder: finder).hits()
  }

  /// The reply to a file of a type that is not read.
  private func reply(without type: FileType, _ file: DocumentFile, _ index: Int) throws -> ParseReply {
    guard type.isUnsupportedDocument else {
      return ParseReply(index: index, type: type, outcome: .notDocument)
    }
    var isEncrypted = false
    if type == .ole {
      isEncrypted = try file.piece(at: 0, count: 1 << 20).containsBytes(Self.encryptedPackage)
    }
    return ParseReply(
      index: index, type: type, outcome: .unreadable, cause: isEncrypted ? .encrypted : .unsupported)
  }

  private func reply(_ type: FileType, pages: Int, _ inner: InnerDocuments, _ index: Int) -> ParseReply {
    var reply = reply(type: type, inner.found, index)
    reply.pages = pages
    reply.missing = inner.missing
    if inner.cause != .none {
      (reply.outcome, reply.cause) = (.unreadable, inner.cause)
    } else if inner.imagePages > 0 {
      reply.outcome = .imageOnly
    }
    return reply
  }

  private func reply(type: FileType, _ found: [InnerDocuments.Found], _ index: Int) -> ParseReply {
    let hits = found.compactMap { item -> WireHit? in
      places[item.hit.rule].map { place in
        WireHit(
          level: item.hit.level, rule: place, confidence: item.hit.confidence, part: item.hit.part,
          member: UInt32(clamping: item.member), page: UInt32(clamping: item.hit.page ?? 0),
          line: UInt32(clamping: item.hit.line ?? 0), isPlaced: item.hit.isPlaced)
      }
    }
    return ParseReply(index: index, type: type, outcome: .read, hits: hits)
  }

  /// "EncryptedPackage" as OLE2 directories spell it: an Office file under a password.
  private static let encryptedPackage: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
}
