import LinuxHost

/// The repositories that dnf, yum and zypper are told to use.
struct DnfRepositories {
  /// Host of each repository that is reached by the network, by its id.
  private(set) var hosts: [String: String] = [:]

  /// Reads a folder of repositories; hands what cannot be read to `failed`. Source: dnf.conf(5), "Repo options"; zypper's
  /// files have the same form.
  init(
    _ files: FileTree, in folder: String = "/etc/yum.repos.d", failed: (FileError) throws -> Void
  ) throws {
    let names: [String]
    do {
      names = try files.list(folder).filter { $0.hasSuffix(".repo") }
    } catch {
      if !error.isAbsent { try failed(error) }
      return
    }
    for name in names {
      do {
        let file = KeyFile(try files.text("\(folder)/\(name)", limit: 4 << 20))
        for (id, values) in file.all {
          let addresses = ["baseurl", "metalink", "mirrorlist"].compactMap { values[$0] }
          hosts[id] = addresses.lazy.compactMap { WebAddress.firstHost(in: $0) }.first
        }
      } catch {
        try failed(error)
      }
    }
  }
}
