import Attestation

/// Reads files of signed lines, each of one type, and verifies each against pinned keys.
enum StatementLoader {
  /// Throws `AnswerError` for the first line that does not verify or is none, `KeyFileError` for an unreadable file.
  static func load<Content: Codable, Signed>(
    _ paths: [String], _ type: String, trust: TrustStore, _ make: (Content, PublicKey) -> Signed
  ) throws -> [Signed] {
    try paths.flatMap { path in
      try AnswerFile.read(path).map { line, jws in
        do {
          let verified = try JWS.verify(jws, type: type, trust: trust)
          return make(try verified.decode(Content.self), verified.key)
        } catch let error as SignatureError {
          throw AnswerError(path: path, line: line, cause: error)
        }
      }
    }
  }
}
