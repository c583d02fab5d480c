import Crypto
import CryptoExtras
import Foundation

/// A private key below a passphrase as OpenSSL writes it: PKCS#8 with PBES2, PBKDF2 and AES-CBC (RFC 5958, RFC 8018).
struct EncryptedPKCS8 {
  /// Object identifiers as DER has them, without tag and length.
  private enum Identifier {
    static let pbes2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D]
    static let pbkdf2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0C]
    static let hmacSHA256: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x09]
    static let aes128: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x02]
    static let aes256: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A]
  }

  /// What a file may ask for; more would only keep the machine busy.
  private static let roundLimit = 10_000_000

  private let salt: [UInt8]
  private let rounds: Int
  private let keyLength: Int
  private let vector: [UInt8]
  private let box: [UInt8]

  /// Nil for other methods, and for what is no such key.
  init?(der: [UInt8]) {
    var file = DERReader(der)
    guard var outer = file.sequence(), file.isAtEnd, var method = outer.sequence(),
      let box = outer.bytes(0x04), outer.isAtEnd, method.bytes(0x06) == Identifier.pbes2,
      var parameters = method.sequence(), var derivation = parameters.sequence(),
      var cipher = parameters.sequence(), derivation.bytes(0x06) == Identifier.pbkdf2,
      var numbers = derivation.sequence(), let salt = numbers.bytes(0x04),
      let rounds = numbers.bytes(0x02).flatMap(Self.number), (1...Self.roundLimit).contains(rounds)
    else { return nil }
    if numbers.nextTag == 0x02 { _ = numbers.bytes(0x02) }
    guard var hash = numbers.sequence(), hash.bytes(0x06) == Identifier.hmacSHA256,
      hash.isAtEnd || hash.bytes(0x05) == [],
      let name = cipher.bytes(0x06), [Identifier.aes128, Identifier.aes256].contains(name),
      let vector = cipher.bytes(0x04), vector.count == 16
    else { return nil }
    (self.salt, self.rounds, self.vector, self.box) = (salt, rounds, vector, box)
    keyLength = name == Identifier.aes256 ? 32 : 16
  }

  /// The plain PKCS#8 text; nil for a wrong passphrase.
  func open(_ passphrase: String) throws -> [UInt8]? {
    let key = try KDF.Insecure.PBKDF2.deriveKey(
      from: Data(passphrase.utf8), salt: salt, using: .sha256, outputByteCount: keyLength,
      unsafeUncheckedRounds: rounds)
    do {
      return Array(try AES._CBC.decrypt(box, using: key, iv: .init(ivBytes: vector)))
    } catch {
      return nil
    }
  }

  private static func number(_ bytes: [UInt8]) -> Int? {
    guard (1...4).contains(bytes.count), bytes[0] < 0x80 else { return nil }
    return bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Values of DER (X.690) with lengths of at most two bytes, one after the other.
struct DERReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }
  var nextTag: UInt8? { rest.first }

  /// The content of the next value; nil for another tag, or a length that is wrong.
  mutating func bytes(_ tag: UInt8) -> [UInt8]? {
    guard rest.popFirst() == tag, let first = rest.popFirst() else { return nil }
    var length = Int(first)
    if first & 0x80 != 0 {
      let count = Int(first & 0x7F)
      guard (1...2).contains(count), rest.count >= count else { return nil }
      length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(count)
    }
    guard rest.count >= length else { return nil }
    defer { rest = rest.dropFirst(length) }
    return Array(rest.prefix(length))
  }

  mutating func sequence() -> DERReader? { bytes(0x30).map(DERReader.init) }
}
