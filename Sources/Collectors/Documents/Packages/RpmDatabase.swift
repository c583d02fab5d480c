import LinuxHost

/// RPM's database in SQLite, as Fedora, RHEL 9 and openSUSE keep it.
struct RpmDatabase: PackageDatabase {
  private static let path = "/usr/lib/sysimage/rpm/rpmdb.sqlite"
  private static let oldPath = "/var/lib/rpm/rpmdb.sqlite"

  var stampPath: String { Self.path }

  func read(_ files: FileTree, into list: inout PackageList) throws(FileError) {
    var found = list
    try Self.eachHeader(files) { header in
      for file in header.files { found.add(file.path, digest: file.digest) }
    }
    list = found
  }

  /// Calls the body with the header of every package; returns the database's path. Throws an absent `FileError` without one.
  @discardableResult
  static func eachHeader(_ files: FileTree, _ body: (RpmHeader) -> Void) throws(FileError) -> String {
    var place = path
    let database: SQLiteCopy
    do {
      database = try SQLiteCopy(files, path)
    } catch {
      guard error.isAbsent else { throw error }
      place = oldPath
      database = try SQLiteCopy(files, oldPath)
    }
    try database.eachBlob("SELECT blob FROM Packages") { blob in
      if let header = RpmHeader(blob) { body(header) }
    }
    return place
  }
}
