import Attestation
import Foundation
import GRDB

extension Registers {
  /// Makes a stamp void with the key that issued it, and adds the signed line to the register's list.
  ///
  /// Returns the line. Throws `RegisterError` and what signing threw.
  @discardableResult
  public func void(
    _ serial: String, reason: Revocation.Reason, note: String?, by person: String, at time: Int64,
    key: any Signer
  ) throws -> String {
    let kid = key.publicKey.kid
    let line = try write { database in
      let row = try EntryRow<StampEntry>.fetchOne(
        database, sql: "SELECT * FROM stamp WHERE serial = ? AND state <> 'reserved'", arguments: [serial])
      guard var entry = row?.entry else { throw RegisterError.noStamp(serial) }
      guard entry.state == .issued else { throw RegisterError.alreadyVoid(serial) }
      guard entry.key == kid else { throw RegisterError.otherKey(serial) }
      (entry.state, entry.voidedAt, entry.voidedBy) = (.void, time, person)
      (entry.voidReason, entry.voidNote) = (reason.rawValue, note)
      try EntryRow(entry).update(database)
      let line = try Revocation(stamp: serial, issuer: kid, reason: reason, revoked: time).sign(with: key)
      try database.execute(sql: "INSERT INTO revocation VALUES (?, ?)", arguments: [serial, line])
      return line
    }
    try writeRevocations()
    return line
  }
}
