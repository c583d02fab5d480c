import Foundation

/// The content of a signed text whose signature was verified, and the pinned key that made it.
public struct VerifiedPayload: Sendable, Equatable {
  public let data: Data
  public let key: PublicKey

  /// The statement; throws `SignatureError.payload` unless the payload is exactly its canonical JSON.
  public func decode<Value: Codable>(_ type: Value.Type) throws(SignatureError) -> Value {
    guard let value = CanonicalJSON.decode(type, from: data) else { throw .payload }
    return value
  }
}
