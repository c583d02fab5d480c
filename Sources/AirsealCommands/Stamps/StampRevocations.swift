import Attestation
import Foundation
import Stamping

/// What lists of void stamps, the folder of trusted keys and the registers here say of a stamp.
struct StampRevocations {
  /// Further lists, by their paths.
  let lists: [String]
  let registers: RegisterFolder

  func revocation(of stamp: SignedStamp, _ store: TrustStore) throws -> Revocation? {
    try listed(stamp.stamp.serial, stamp.key, store)
      ?? registered(stamp.stamp.serial) { $0.digest == stamp.digest }
  }

  func revocation(of tem: Tem, _ key: PublicKey, _ store: TrustStore) throws -> Revocation? {
    try listed(tem.serial, key, store)
      ?? registered(tem.serial) { $0.key == key.kid && $0.issued == tem.issued }
  }

  private func listed(_ serial: String, _ key: PublicKey, _ store: TrustStore) throws -> Revocation? {
    var all = store.revocations
    let keys = Dictionary(store.list.map { ($0.kid, $0) }) { first, _ in first }
    for path in lists { try all.read(path, keys: keys) }
    return try all.revocation(ofStamp: serial, issuer: key.kid) ?? kept(serial, key, store)
  }

  /// A line that the registers wrote, also where their database is older now; lines of other keys do not matter here.
  private func kept(_ serial: String, _ key: PublicKey, _ store: TrustStore) throws -> Revocation? {
    guard FileManager.default.fileExists(atPath: registers.revocations) else { return nil }
    for (_, jws) in try AnswerFile.read(registers.revocations) {
      do throws(SignatureError) {
        let verified = try JWS.verify(jws, type: Statement.revocation, trust: store)
        let line = try verified.decode(Revocation.self)
        if verified.key.kid == key.kid, line.stamp == serial, line.issuer == key.kid { return line }
      } catch {
        continue
      }
    }
    return nil
  }

  private func registered(_ serial: String, _ isSame: (StampEntry) -> Bool) throws -> Revocation? {
    let entry = try Registers(reading: registers)?.stamp(serial)
    guard let entry, isSame(entry), entry.state == .void else { return nil }
    return Revocation(
      stamp: entry.serial, issuer: entry.key,
      reason: entry.voidReason.flatMap(Revocation.Reason.init) ?? .issuedInError, revoked: entry.voidedAt ?? 0
    )
  }
}
