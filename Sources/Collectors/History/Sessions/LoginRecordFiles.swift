import LinuxHost

/// Where machines keep records of sessions.
enum LoginRecordFiles {
  /// Databases of wtmpdb and lastlog2, with a query for user, Unix seconds and host.
  static let databases = [
    (
      "/var/lib/wtmpdb/wtmp.db",
      "SELECT COALESCE(User, ''), Login / 1000000, COALESCE(RemoteHost, '') FROM wtmp WHERE Type = 3"
    ),
    (
      "/var/lib/lastlog/lastlog2.db",
      "SELECT Name, Time, COALESCE(RemoteHost, '') FROM Lastlog2 WHERE Time > 0"
    ),
  ]

  static func isSessions(_ name: String) -> Bool {
    name == "wtmp" || name.hasPrefix("wtmp.") && name != "wtmp.db" || name.hasPrefix("wtmp-")
  }

  /// Whether the distribution makes /var/log/wtmp; since Debian 13 and Ubuntu 25.04 it makes none.
  static func areExpected(_ files: FileTree) throws(FileError) -> Bool {
    let release = try OsRelease(files)
    let major = release["VERSION_ID"].flatMap { Double($0) }
    switch release["ID"] {
    case "debian": return major.map { $0 < 13 } ?? false
    case "ubuntu": return major.map { $0 < 25 } ?? false
    case "alpine", "opensuse-tumbleweed", "arch", "nixos": return false
    default: return true
    }
  }
}
