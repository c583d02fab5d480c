import Attestation
import Foundation

/// Something that happened, before it has its place in the journal.
public struct JournalEvent: Sendable, Equatable {
  public var kind: EventKind
  /// Codes and names by key; never the text of a document.
  public var detail: [String: String]

  public init(_ kind: EventKind, _ detail: [String: String] = [:]) {
    self.kind = kind
    self.detail = detail
  }

  /// A gap between two moments, microseconds since 1970.
  public static func gap(
    _ reason: GapReason, from: Int64, until: Int64, _ more: [String: String] = [:]
  ) -> JournalEvent {
    let span = ["reason": reason.rawValue, "from": "\(from)", "until": "\(until)"]
    return JournalEvent(.gap, span.merging(more) { own, _ in own })
  }

  /// The detail as canonical JSON, the form in which it is kept and hashed.
  var text: String {
    get throws { String(decoding: try CanonicalJSON.encode(detail), as: UTF8.self) }
  }
}
