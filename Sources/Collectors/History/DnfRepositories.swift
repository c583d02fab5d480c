import LinuxHost

/// The repositories that dnf and yum are told to use.
struct DnfRepositories {
  /// Host of each repository that is reached by the network, by its id.
  private(set) var hosts: [String: String] = [:]

  /// Reads /etc/yum.repos.d; hands what cannot be read to `failed`. Source: dnf.conf(5), "Repo options".
  init(_ files: FileTree, failed: (FileError) throws -> Void) throws {
    let folder = "/etc/yum.repos.d"
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
