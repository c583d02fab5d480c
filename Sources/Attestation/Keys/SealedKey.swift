import Crypto
import CryptoExtras
import Foundation

/// A private key below a passphrase: scrypt (RFC 7914) and ChaCha20-Poly1305 (RFC 8439), bound to its public key.
struct SealedKey: Codable, Equatable {
  var kdf = "scrypt"
  /// Cost, block size and parallelisation of scrypt.
  var cost: Int
  var block = 8
  var lanes = 1
  /// 16 random bytes, base64url.
  var salt: String
  /// Nonce, ciphertext and tag, base64url.
  var box: String

  /// 128 MiB and about half a second.
  static let usualCost = 1 << 17
  /// What a file may ask for; less would be no protection, more would exhaust the machine.
  static let costs = 1 << 14...1 << 20

  /// Seals a private key; `cost` is a power of two.
  static func seal(_ secret: Data, of kid: String, passphrase: Passphrase, cost: Int = usualCost) throws
    -> SealedKey
  {
    let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
    let key = try derive(passphrase, salt: salt, cost: cost)
    let box = try ChaChaPoly.seal(secret, using: key, authenticating: Data(kid.utf8))
    return SealedKey(cost: cost, salt: Base64URL.encode(salt), box: Base64URL.encode(box.combined))
  }

  /// Whether the parameters are those that airseal writes or bears.
  var isReadable: Bool {
    kdf == "scrypt" && block == 8 && lanes == 1 && Self.costs.contains(cost) && cost & (cost - 1) == 0
      && Base64URL.decode(salt)?.count == 16 && Base64URL.decode(box) != nil
  }

  /// The private key; nil where the passphrase, or the file, is wrong.
  func open(of kid: String, passphrase: Passphrase) -> Data? {
    guard isReadable, let salt = Base64URL.decode(salt), let box = Base64URL.decode(box) else { return nil }
    do {
      let key = try Self.derive(passphrase, salt: salt, cost: cost)
      return try ChaChaPoly.open(.init(combined: box), using: key, authenticating: Data(kid.utf8))
    } catch {
      return nil
    }
  }

  private static func derive(_ passphrase: Passphrase, salt: Data, cost: Int) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: passphrase.bytes, salt: salt, outputByteCount: 32, rounds: cost, blockSize: 8, parallelism: 1,
      maxMemory: cost * 8 * 128 * 2)
  }
}
