import GRDB

extension Registers {
  /// Takes in entries of another register, all or none, and returns how many were new or changed.
  ///
  /// A stamp that is here with another text is refused with `RegisterError.otherKey`, a record or waiver with
  /// `RegisterError.otherEntry`; a stamp that is void stays void.
  public func take(_ contents: RegisterContents) throws -> Int {
    try write { database in
      switch contents {
      case .stamps(let entries): try entries.count { try Self.take($0, database) }
      case .records(let entries):
        try entries.count { try Self.take($0, $0.record, "record", database) }
      case .waivers(let entries):
        try entries.count { try Self.take($0, $0.digest, "digest", database) }
      }
    }
  }

  private static func take(_ entry: StampEntry, _ database: Database) throws -> Bool {
    let known = try EntryRow<StampEntry>.fetchOne(
      database, sql: "SELECT * FROM stamp WHERE serial = ?", arguments: [entry.serial])?.entry
    guard let known else {
      try EntryRow(entry).insert(database)
      return true
    }
    guard known.digest == entry.digest, known.key == entry.key else {
      throw RegisterError.otherKey(entry.serial)
    }
    guard known.state == .issued, entry.state == .void else { return false }
    try EntryRow(entry).update(database)
    return true
  }

  private static func take<Entry: Codable & Equatable>(
    _ entry: Entry, _ name: String, _ column: String, _ database: Database
  ) throws -> Bool {
    let known = try EntryRow<Entry>.fetchOne(
      database, sql: "SELECT * FROM \(EntryRow<Entry>.databaseTableName) WHERE \(column) = ?",
      arguments: [name])?.entry
    guard let known else {
      try EntryRow(entry).insert(database)
      return true
    }
    guard known == entry else { throw RegisterError.otherEntry(name) }
    return false
  }
}

extension Array {
  /// How many elements are true to a test.
  fileprivate func count(_ test: (Element) throws -> Bool) rethrows -> Int {
    var count = 0
    for element in self where try test(element) { count += 1 }
    return count
  }
}
