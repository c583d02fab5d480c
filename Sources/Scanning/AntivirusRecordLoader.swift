import Attestation
import Collectors

/// Reads signed records of antivirus products and verifies each against pinned keys.
public enum AntivirusRecordLoader {
  /// Throws `AnswerError` for the first line that does not verify or is no record, `KeyFileError` for an unreadable file.
  public static func load(_ paths: [String], trust: TrustStore) throws -> [SignedAntivirusRecord] {
    try StatementLoader.load(paths, Statement.antivirus, trust: trust) { (record: AntivirusRecord, key) in
      SignedAntivirusRecord(record: record, isTest: key.isTest)
    }
  }

  /// One record as a signed line.
  public static func sign(_ record: AntivirusRecord, with signer: any Signer) throws -> String {
    try JWS.sign(record, type: Statement.antivirus, with: signer)
  }
}
