import Markings

/// What the worker answers for one item: enumerations, counts and places, never text.
public struct ParseReply: Sendable, Equatable {
  /// Largest datagram that the worker may send.
  public static let sizeLimit = 4096
  static let magic: UInt32 = 0x3152_5341

  /// How the reading of a file ended.
  public enum Outcome: Sendable, CaseIterable {
    case read
    case unreadable
    case imageOnly
    /// The file is no document.
    case notDocument
  }

  /// Why a file could not be read.
  public enum Cause: Sendable, CaseIterable {
    case none
    case damaged
    case unsupported
    case encrypted
    case tooLarge
    case readFailed
    case partlyRead
    case unknownType
    /// Documents stand in one another beyond the limit.
    case tooDeep
  }

  /// Place of the item in its request.
  public var index: Int
  public var type: FileType
  public var outcome: Outcome
  public var cause: Cause
  /// Pages, 0 where the format has none.
  public var pages: Int
  public var hits: [WireHit]
  /// What a marked document lacks of the formalities of release.
  public var missing: ReleaseFormalities = []

  public init(
    index: Int, type: FileType, outcome: Outcome, cause: Cause = .none, pages: Int = 0, hits: [WireHit] = []
  ) {
    self.index = index
    self.type = type
    self.outcome = outcome
    self.cause = cause
    self.pages = pages
    self.hits = hits
  }

  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.number(Self.magic)
    writer.number(UInt8(index))
    writer.code(type)
    writer.code(outcome)
    writer.code(cause)
    writer.number(UInt32(clamping: pages))
    writer.number(missing.rawValue)
    writer.number(UInt8(min(hits.count, MarkingFinder.hitLimit)))
    for hit in hits.prefix(MarkingFinder.hitLimit) { hit.write(to: &writer) }
    return writer.bytes
  }

  /// Decodes a reply for a request of `items` items under `rules` marking rules.
  public init(decoding bytes: [UInt8], items: Int, rules: Int) throws(WireError) {
    guard bytes.count <= Self.sizeLimit else { throw .outOfBounds }
    var reader = ByteReader(bytes)
    guard try reader.number(UInt32.self) == Self.magic else { throw .wrongMagic }
    index = Int(try reader.number(UInt8.self))
    guard index < items else { throw .outOfBounds }
    type = try reader.code()
    outcome = try reader.code()
    cause = try reader.code()
    pages = Int(try reader.number(UInt32.self))
    missing = ReleaseFormalities(rawValue: try reader.number(UInt8.self))
    guard ReleaseFormalities.all.isSuperset(of: missing) else { throw .outOfBounds }
    let count = Int(try reader.number(UInt8.self))
    guard count <= MarkingFinder.hitLimit else { throw .outOfBounds }
    hits = []
    for _ in 0..<count { hits.append(try WireHit(from: &reader, rules: rules)) }
    guard reader.isAtEnd else { throw .trailingBytes }
  }
}
