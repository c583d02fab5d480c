/// Folders that the system writes, by the File Hierarchy Standard.
enum SystemPlaces {
  private static let packages = [
    "/usr/", "/bin/", "/sbin/", "/lib", "/etc/", "/opt/", "/boot/", "/var/lib/", "/srv/",
  ]
  private static let others = ["/var/log/", "/var/cache/", "/var/backups/", "/snap/", "/run/"]

  /// Whether a package may have brought a file of this path.
  static func holdsPackages(_ path: String) -> Bool { packages.contains { path.hasPrefix($0) } }

  /// Whether archives at this path are the system's own, as rotated logs and package stores are.
  static func contains(_ path: String) -> Bool {
    guard !path.hasPrefix("/usr/local/"), !path.hasPrefix("/srv/") else { return false }
    return holdsPackages(path) || others.contains { path.hasPrefix($0) }
  }
}
