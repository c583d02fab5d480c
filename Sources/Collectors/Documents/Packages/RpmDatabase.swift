import LinuxHost

/// RPM's database in SQLite, as Fedora, RHEL 9 and openSUSE keep it.
struct RpmDatabase: PackageDatabase {
  private static let path = "/usr/lib/sysimage/rpm/rpmdb.sqlite"
  private static let oldPath = "/var/lib/rpm/rpmdb.sqlite"

  var stampPath: String { Self.path }

  func read(_ files: FileTree, into list: inout PackageList) throws(FileError) {
    let database: SQLiteCopy
    do {
      database = try SQLiteCopy(files, Self.path)
    } catch {
      guard error.isAbsent else { throw error }
      database = try SQLiteCopy(files, Self.oldPath)
    }
    var found = list
    try database.eachBlob("SELECT blob FROM Packages") { blob in
      for file in RpmHeader(blob)?.files ?? [] { found.add(file.path, digest: file.digest) }
    }
    list = found
  }
}
