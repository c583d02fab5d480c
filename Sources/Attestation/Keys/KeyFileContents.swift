/// What a key file holds, as far as it may be shown.
public enum KeyFileContents {
  /// Where the private half is.
  public enum Place: Sendable, Equatable {
    case none
    case plain
    case sealed
    /// On a token, by its RFC 7512 address.
    case token(String)
  }

  /// The public half and the place of the private one; throws `KeyFileError`.
  public static func read(_ path: String) throws(KeyFileError) -> (key: PublicKey, place: Place) {
    let jwk = try KeyFile.read(path)
    let key = try PublicKey(jwk, path)
    if let token = jwk.token { return (key, .token(token)) }
    if jwk.sealed != nil { return (key, .sealed) }
    return (key, jwk.d == nil ? .none : .plain)
  }

  /// Writes a file that names a token's key; an existing file is never replaced. Throws `KeyFileError`.
  public static func writeReference(_ key: PublicKey, token: String, to path: String) throws(KeyFileError) {
    var jwk = key.jwk
    jwk.token = token
    try KeyFile.write(jwk, to: path, mode: 0o600)
  }
}
