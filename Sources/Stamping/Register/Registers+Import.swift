import GRDB

extension Registers {
  /// Takes in entries of another register, all or none, and returns how many were new or changed.
  ///
  /// An entry that is here with another stamp is refused with `RegisterError.otherKey`; a stamp that is void stays void.
  public func take(_ entries: [StampEntry]) throws -> Int {
    try queue.write { database in
      var count = 0
      for entry in entries {
        let known = try EntryRow<StampEntry>.fetchOne(
          database, sql: "SELECT * FROM stamp WHERE serial = ?", arguments: [entry.serial])?.entry
        guard let known else {
          try EntryRow(entry).insert(database)
          count += 1
          continue
        }
        guard known.digest == entry.digest, known.key == entry.key else {
          throw RegisterError.otherKey(entry.serial)
        }
        if known.state == .issued, entry.state == .void {
          try EntryRow(entry).update(database)
          count += 1
        }
      }
      return count
    }
  }
}
