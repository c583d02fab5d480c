import Attestation
import Foundation
import Glibc

/// The end of the chain, signed with the machine's key and kept beside the journal, so that a cut tail shows.
public struct HeadFile: Sendable {
  private let path: String
  private let signer: any Signer

  /// The head file of a journal.
  public init(journal path: String, signer: any Signer) {
    self.path = Self.path(of: path)
    self.signer = signer
  }

  public static func path(of journal: String) -> String { journal + ".head" }

  /// Replaces the file whole; throws `KeyFileError` or what the disk says.
  public func write(_ head: JournalHead) throws {
    let claim = Claim(hash: head.digest, sequence: head.sequence)
    let text = try JWS.sign(claim, type: Statement.journalHead, with: signer)
    let partial = path + ".partial"
    try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: partial))
    guard rename(partial, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// The head that a trusted key signed; throws `KeyFileError` and `SignatureError`.
  public static func read(journal path: String, trust: TrustStore) throws -> JournalHead {
    let lines = try AnswerFile.read(Self.path(of: path))
    guard lines.count == 1 else { throw SignatureError.notCompact }
    let claim = try JWS.verify(lines[0].1, type: Statement.journalHead, trust: trust).decode(Claim.self)
    guard let head = JournalHead(sequence: claim.sequence, digest: claim.hash) else {
      throw SignatureError.notCompact
    }
    return head
  }

  private struct Claim: Codable {
    let hash: String
    let sequence: Int64
  }
}
