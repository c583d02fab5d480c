import Facts

/// Folders that the system writes, by the File Hierarchy Standard.
enum SystemPlaces {
  private static let packages = [
    "/usr/", "/bin/", "/sbin/", "/lib", "/etc/", "/opt/", "/boot/", "/var/lib/", "/srv/",
  ].map { Array($0.utf8) }
  private static let others = ["/var/log/", "/var/cache/", "/var/backups/", "/snap/", "/run/"].map {
    Array($0.utf8)
  }
  private static let users = ["/usr/local/", "/srv/"].map { Array($0.utf8) }

  /// Whether a package may have brought a file of this path.
  static func holdsPackages(_ path: String) -> Bool { packages.contains { path.utf8.starts(with: $0) } }

  /// Whether the system writes below a folder.
  static func contains(folder path: [UInt8]) -> Bool {
    let path = path + [UInt8(ascii: "/")]
    guard !users.contains(where: { path.starts(with: $0) }) else { return false }
    return packages.contains { path.starts(with: $0) } || others.contains { path.starts(with: $0) }
  }
}

extension DocumentPlace {
  /// Who writes in a folder.
  init(of folder: [UInt8]) { self = SystemPlaces.contains(folder: folder) ? .system : .user }
}
