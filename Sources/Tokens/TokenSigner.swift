import Attestation
import CP11Kit
import Crypto
import Foundation
import Synchronization

/// Signs with a key that a token keeps: RS256 with RSA, ES256 with P-256. The private key never leaves the token.
public final class TokenSigner: Signer {
  public let publicKey: PublicKey
  private let state: Mutex<State>

  private struct State: @unchecked Sendable {
    let session: TokenSession
    let key: TokenKey
    let pin: String?
  }

  /// DER of the beginning of DigestInfo for SHA-256 (RFC 8017 section 9.2, note 1).
  private static let digestInfo = Data([
    0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
    0x04, 0x20,
  ])

  /// Opens the key that an address names; `name` and `isTest` are what its public key will say.
  ///
  /// `pin` is asked for the token's label, unless the token has a keypad. Throws `TokenError` and what `pin` throws.
  public init(
    _ address: TokenAddress, name: String? = nil, created: Int64 = Int64(Date().timeIntervalSince1970),
    isTest: Bool = false, pin: (String) throws -> String
  ) throws {
    let session = try TokenSession(address)
    let text = session.hasKeypad ? nil : try pin(session.label)
    try session.login(text)
    let key = try TokenKey(session, address)
    do {
      publicKey = try PublicKey(
        key.material, name: name ?? (key.label.isEmpty ? session.label : key.label), created: created,
        isTest: isTest)
    } catch {
      throw TokenError.unsupportedKey
    }
    state = Mutex(State(session: session, key: key, pin: key.asksEachTime ? text : nil))
  }

  /// Opens the key of a reference; throws also `TokenError.otherKey` where the token holds another one.
  public convenience init(
    _ address: TokenAddress, registered key: PublicKey, pin: (String) throws -> String
  ) throws {
    try self.init(address, name: key.name, created: key.created, isTest: key.isTest, pin: pin)
    guard publicKey == key else { throw TokenError.otherKey }
  }

  public func sign(_ data: Data) throws -> Data {
    let digest = Data(SHA256.hash(data: data))
    let isRSA = publicKey.algorithm == .rs256
    return try state.withLock { state in
      try state.session.sign(
        isRSA ? Self.digestInfo + digest : digest, with: state.key.handle,
        mechanism: UInt(isRSA ? CKM_RSA_PKCS : CKM_ECDSA), pin: (state.key.asksEachTime, state.pin))
    }
  }
}
