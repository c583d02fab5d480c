import Attestation
import Foundation
import TestSupport

/// Two issuers that a machine trusts, and a stranger.
struct Issuers {
  let own = KeyPair.generate(name: "PA03", isTest: true, created: 1)
  let colleague = KeyPair.generate(name: "PA05", isTest: true, created: 1)
  let stranger = KeyPair.generate(name: "X", isTest: true, created: 1)
  let trust: TrustStore
  /// The same after the colleague revoked the own key.
  let afterRevocation: TrustStore

  init() throws {
    let pinned = [own.publicKey, colleague.publicKey]
    trust = TrustStore(keys: pinned)
    let scratch = try Scratch()
    let path = scratch.path + "/" + RevocationList.fileName
    let line = try Revocation(kid: own.publicKey.kid, reason: .keyCompromise, revoked: 5).sign(
      with: colleague)
    try Data((line + "\n").utf8).write(to: URL(fileURLWithPath: path))
    var list = RevocationList()
    try list.read(path, keys: Dictionary(uniqueKeysWithValues: pinned.map { ($0.kid, $0) }))
    afterRevocation = TrustStore(keys: pinned, revocations: list)
  }
}
