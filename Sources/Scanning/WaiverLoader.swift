import Attestation
import Rules

/// Reads signed waivers and verifies each against pinned keys.
public enum WaiverLoader {
  /// Throws `AnswerError` for the first line that does not verify or is no waiver, `KeyFileError` for an unreadable file.
  public static func load(_ paths: [String], trust: TrustStore) throws -> [SignedWaiver] {
    try StatementLoader.load(paths, Statement.waiver, trust: trust) { (waiver: Waiver, key) in
      SignedWaiver(waiver: waiver, keyID: key.kid, isTest: key.isTest)
    }
  }

  /// One waiver as a signed line.
  public static func sign(_ waiver: Waiver, with key: any Signer) throws -> String {
    try JWS.sign(waiver, type: Statement.waiver, with: key)
  }
}
