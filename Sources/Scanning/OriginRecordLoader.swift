import Attestation
import Collectors

/// Reads signed records of where disks come from and verifies each against pinned keys.
public enum OriginRecordLoader {
  /// Throws `AnswerError` for the first line that does not verify or is no record, `KeyFileError` for an unreadable file.
  public static func load(_ paths: [String], trust: TrustStore) throws -> [SignedOriginRecord] {
    try paths.flatMap { path in
      try StatementLoader.load([path], Statement.origin, trust: trust) { (record: OriginRecord, key) in
        SignedOriginRecord(record: record, path: path, keyID: key.kid, isTest: key.isTest)
      }
    }
  }

  /// One record as a signed line.
  public static func sign(_ record: OriginRecord, with signer: any Signer) throws -> String {
    try JWS.sign(record, type: Statement.origin, with: signer)
  }
}
