/// The answer of a worker that draws or reads a printed stamp.
public struct LabelReply: Sendable, Equatable {
  public enum Outcome: UInt8, Sendable, CaseIterable {
    case done = 0
    /// Not a request.
    case badRequest
    /// A letter is in none of the fonts, or the text is too long for a QR code.
    case cannotDraw
    /// Not a PNG, JPEG or PDF file that can be read, or too large.
    case unreadable
    /// No QR code in the picture.
    case noCode
    /// Several QR codes with different texts.
    case severalCodes
    /// The system has no libzbar.
    case noReader
  }

  /// Longest answer, bytes.
  public static let sizeLimit = 4096

  public var outcome: Outcome
  /// Text of the QR code.
  public var text: String

  public init(_ outcome: Outcome, text: String = "") {
    self.outcome = outcome
    self.text = text
  }

  public func encoded() -> [UInt8] { [outcome.rawValue] + Array(text.utf8) }

  /// Throws `WireError` for what is no answer.
  public init(decoding bytes: [UInt8]) throws(WireError) {
    guard let first = bytes.first, bytes.count <= Self.sizeLimit else { throw .truncated }
    guard let outcome = Outcome(rawValue: first) else { throw .unknownCode }
    guard let text = String(validating: bytes.dropFirst(), as: UTF8.self) else { throw .wrongMagic }
    self.outcome = outcome
    self.text = text
  }
}
