import Attestation
import Rules

/// Reads signed answers and verifies each against pinned keys.
public enum AnswerLoader {
  /// Throws `AnswerError` for the first line that does not verify or is no answer, `KeyFileError` for an unreadable file.
  public static func load(_ paths: [String], trust: TrustStore) throws -> [SignedAnswer] {
    try paths.flatMap { path in
      try AnswerFile.read(path).map { line, jws in
        do {
          let verified = try JWS.verify(jws, type: Statement.answer, trust: trust)
          return SignedAnswer(
            answer: try verified.decode(Answer.self), keyID: verified.key.kid, isTest: verified.key.isTest)
        } catch let error as SignatureError {
          throw AnswerError(path: path, line: line, cause: error)
        }
      }
    }
  }

  /// One answer as a signed line.
  public static func sign(_ answer: Answer, with signer: any Signer) throws -> String {
    try JWS.sign(answer, type: Statement.answer, with: signer)
  }
}

/// A line of an answer file that cannot be used.
public struct AnswerError: Error {
  public let path: String
  public let line: Int
  public let cause: SignatureError
}
