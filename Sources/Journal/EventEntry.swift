import Crypto
import Foundation

/// One event in its place.
public struct EventEntry: Sendable, Equatable {
  /// From 1, without a hole.
  public let sequence: Int64
  public let moment: Moment
  public let kind: EventKind
  public let detail: [String: String]
  /// SHA-256 over the hash before and this entry.
  public let hash: [UInt8]

  /// Where in the chain the entry stands.
  public var head: JournalHead { JournalHead(sequence: sequence, hash: hash) }
}

/// The end of the chain up to some entry.
public struct JournalHead: Sendable, Equatable {
  /// 0 before the first entry.
  public let sequence: Int64
  public let hash: [UInt8]

  public init(sequence: Int64, hash: [UInt8]) {
    self.sequence = sequence
    self.hash = hash
  }

  /// The head of an empty journal.
  public static let empty = JournalHead(sequence: 0, hash: [UInt8](repeating: 0, count: 32))

  /// Reads the hash from 64 hex digits; nil for anything else.
  public init?(sequence: Int64, digest: String) {
    let hash = Hex.bytes(digest)
    guard hash.count == 32, digest.utf8.count == 64 else { return nil }
    self.init(sequence: sequence, hash: hash)
  }

  /// The hash in hex.
  public var digest: String { Hex.text(hash) }
}

/// A row of the journal as it lies in the file.
struct JournalRow: Equatable {
  var sequence: Int64
  var time: Int64
  var uptime: Int64
  var boot: String
  var kind: String
  var detail: String
  var hash: [UInt8]

  /// SHA-256 over the 32 bytes of the hash before and the six fields, each but the last ended by a line feed.
  static func hash(after previous: [UInt8], _ row: JournalRow) -> [UInt8] {
    var sha = SHA256()
    sha.update(data: previous)
    let fields = "\(row.sequence)\n\(row.time)\n\(row.uptime)\n\(row.boot)\n\(row.kind)\n"
    sha.update(data: Data(fields.utf8))
    sha.update(data: Data(row.detail.utf8))
    return Array(sha.finalize())
  }

  /// The entry that the row tells of; nil where its kind or detail is not of the journal's making.
  var entry: EventEntry? {
    guard let kind = EventKind(rawValue: kind), let detail = Self.members(detail) else { return nil }
    return EventEntry(
      sequence: sequence, moment: Moment(time: time, uptime: uptime, boot: boot), kind: kind,
      detail: detail, hash: hash)
  }

  private static func members(_ text: String) -> [String: String]? {
    do {
      return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    } catch {
      return nil
    }
  }
}
