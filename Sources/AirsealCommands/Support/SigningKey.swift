import Attestation
import Foundation
import Tokens

/// Opens what signs: a private key file, a token's key by its address, or a file that refers to one.
enum SigningKey {
  /// Files that hold secrets, where nobody is there to ask.
  struct Secrets {
    var passphraseFile: String?
    var pinFile: String?
  }

  /// Asks for the passphrase or PIN where one is needed; throws `KeyFileError`, `TokenError` and `Failure`.
  static func open(_ name: String, secrets: Secrets = Secrets()) throws -> any Signer {
    func pin(_ token: String) throws -> String {
      try SecretReader.pin(of: Grid.visible(token), file: secrets.pinFile)
    }
    if TokenAddress.isAddress(name) { return try TokenSigner(TokenAddress(name), pin: pin) }
    let (key, place) = try KeyFileContents.read(name)
    if case .token(let address) = place {
      return try TokenSigner(TokenAddress(address), registered: key, pin: pin)
    }
    return try KeyPair(file: name) { try SecretReader.passphrase(of: name, file: secrets.passphraseFile) }
  }
}
