import Attestation
import Foundation

/// Opens what signs: a private key file, whose passphrase is asked where it needs one.
enum SigningKey {
  static func open(_ name: String, passphraseFile: String? = nil) throws -> any Signer {
    try KeyPair(file: name) { try SecretReader.passphrase(of: name, file: passphraseFile) }
  }
}
