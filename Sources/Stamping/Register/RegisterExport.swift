import Attestation
import Foundation

/// What is signed beside a register that is written out, so that no row of it can be changed, added or left out.
public struct RegisterExport: Codable, Sendable, Equatable {
  /// SHA-256 of the file, hex.
  public var digest: String
  public var rows: Int
  /// Unix seconds.
  public var exported: Int64

  /// The signed text that goes with a table.
  public static func sign(
    _ table: String, rows: Int, at time: Int64, with key: any Signer
  ) throws -> String {
    try JWS.sign(
      RegisterExport(digest: IdentityParts.digest(table), rows: rows, exported: time),
      type: Statement.registerExport, with: key)
  }

  /// What a table holds that a pinned key vouches for; throws `SignatureError`, also `payload` for another table, and
  /// `RegisterError`.
  public static func content(
    _ table: Data, file: String, signature: String, trust: TrustStore
  ) throws -> RegisterContents {
    let export = try JWS.verify(signature, type: Statement.registerExport, trust: trust)
      .decode(RegisterExport.self)
    guard let text = String(validating: table, as: UTF8.self), Data(text.utf8) == table,
      IdentityParts.digest(text) == export.digest
    else { throw SignatureError.payload }
    let contents = try RegisterContents(text, file: file)
    guard contents.count == export.rows else { throw SignatureError.payload }
    return contents
  }
}
