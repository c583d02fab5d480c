import Attestation
import Rules

/// Reads signed answers and verifies each against pinned keys.
public enum AnswerLoader {
  /// Throws `AnswerError` for the first line that does not verify or is no answer, `KeyFileError` for an unreadable file.
  public static func load(_ paths: [String], trust: TrustStore) throws -> [SignedAnswer] {
    try StatementLoader.load(paths, Statement.answer, trust: trust) { (answer: Answer, key) in
      SignedAnswer(answer: answer, keyID: key.kid, isTest: key.isTest)
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
