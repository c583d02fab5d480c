import Attestation
import Collectors

/// Reads signed records of antivirus products and verifies each against pinned keys.
public enum AntivirusRecordLoader {
  /// Throws `AnswerError` for the first line that does not verify or is no record, `KeyFileError` for an unreadable file.
  public static func load(_ paths: [String], trust: TrustStore) throws -> [SignedAntivirusRecord] {
    try paths.flatMap { path in
      try AnswerFile.read(path).map { line, jws in
        do {
          let verified = try JWS.verify(jws, type: Statement.antivirus, trust: trust)
          return SignedAntivirusRecord(
            record: try verified.decode(AntivirusRecord.self), isTest: verified.key.isTest)
        } catch let error as SignatureError {
          throw AnswerError(path: path, line: line, cause: error)
        }
      }
    }
  }

  /// One record as a signed line.
  public static func sign(_ record: AntivirusRecord, with signer: any Signer) throws -> String {
    try JWS.sign(record, type: Statement.antivirus, with: signer)
  }
}
