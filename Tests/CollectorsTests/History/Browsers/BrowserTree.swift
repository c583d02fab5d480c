import GRDB
import TestSupport

/// Machines with browser profiles.
enum BrowserTree {
  /// A machine with an account and without traces.
  static func make() throws -> TemporaryTree {
    let tree = try TemporaryTree().file(
      "etc/passwd", "root:x:0:0:root:/root:/bin/bash\nan:x:1000:1000:An:/home/an:/bin/bash\n")
    return try tree.folder("root").folder("home/an")
  }

  /// Text of 16 to 269 bytes in Mozilla's form, as one run of literals.
  static func mozLz4(_ text: String) -> [UInt8] {
    let size = withUnsafeBytes(of: UInt32(text.utf8.count).littleEndian) { Array($0) }
    return Array("mozLz40\0".utf8) + size + [0xF0, UInt8(text.utf8.count - 15)] + Array(text.utf8)
  }
}

extension TemporaryTree {
  /// Makes an SQLite database by SQL.
  @discardableResult
  func database(_ name: String, _ sql: String) throws -> Self {
    try file(name)
    try DatabaseQueue(path: real(name)).write { try $0.execute(sql: sql) }
    return self
  }

  /// Makes a Firefox history with one visit an address, at 2026-05-20 10:10 in Viet Nam.
  @discardableResult
  func places(_ profile: String, _ addresses: [String]) throws -> Self {
    var sql = """
      CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT, visit_count INTEGER);
      CREATE TABLE moz_historyvisits (id INTEGER PRIMARY KEY, place_id INTEGER, visit_date INTEGER);
      """
    for (index, address) in addresses.enumerated() {
      sql += "INSERT INTO moz_places VALUES (\(index), '\(address)', 1);"
      sql += "INSERT INTO moz_historyvisits VALUES (\(index), \(index), 1779246600000000);"
    }
    return try database("\(profile)/places.sqlite", sql)
  }
}
