import LinuxHost

/// What the files of NetworkManager tell of its installation and configuration.
enum NetworkManager {
  static func wasInstalled(_ files: FileTree) throws -> Bool {
    try InstalledSoftware(files).hadAny(
      packages: ["network-manager"], programs: ["usr/sbin/NetworkManager", "usr/bin/NetworkManager"])
  }

  /// Host of the page that NetworkManager fetches to learn whether the Internet is reached; nil if it fetches none.
  ///
  /// Source: NetworkManager.conf(5), section connectivity; a later file overrides an earlier one.
  static func connectivityHost(_ files: FileTree) throws -> String? {
    var paths = ["/etc/NetworkManager/NetworkManager.conf"]
    for folder in [
      "/usr/lib/NetworkManager/conf.d", "/run/NetworkManager/conf.d", "/etc/NetworkManager/conf.d",
    ] {
      do {
        paths += try files.list(folder).filter { $0.hasSuffix(".conf") }.map { "\(folder)/\($0)" }
      } catch {
        if !error.isAbsent { throw error }
      }
    }
    var address: String?
    var isEnabled = true
    for path in paths {
      do {
        guard let group = KeyFile(try files.text(path, limit: 1 << 20))["connectivity"] else { continue }
        if let value = group["uri"] { address = value }
        if let value = group["enabled"] { isEnabled = !["false", "0", "no", "off"].contains(value) }
      } catch {
        if !error.isAbsent { throw error }
      }
    }
    guard isEnabled, let address, let scheme = address.firstRange(of: "://") else { return nil }
    return String(address[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" })
  }
}
