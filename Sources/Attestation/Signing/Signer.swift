import Foundation

/// What makes signatures with one private key: a key file, or a token that keeps its key.
public protocol Signer: Sendable {
  /// The public half; it fixes the algorithm.
  var publicKey: PublicKey { get }

  /// The signature of the bytes in the form of JWS (RFC 7518 section 3); throws what the key's place has to say.
  func sign(_ data: Data) throws -> Data
}
