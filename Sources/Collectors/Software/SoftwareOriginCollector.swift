import Facts
import LinuxHost

/// Package sources and packages that are not the distribution's own.
struct SoftwareOriginCollector: Collector {
  static let name = "software_origin"
  static let tables = [SoftwareTrace.table]
  private static let dataFile = "software-origins.yaml"
  private static let repositoryFolders = ["/etc/yum.repos.d", "/etc/zypp/repos.d"]
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  /// Hosts and builders of distributions, as `rules/software-origins.yaml` lists them.
  struct Origins: Decodable {
    let hosts: [String]
    let vendors: [String]
  }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let origins = try DataFile.decode(Origins.self, Self.dataFile, options)
    _ = try host.files.list("/etc")
    let apt = try AptSources(host.files) { try sink.skipped($0.path, $0.reason, detail: $0.detail) }
    var hosts = Set(apt.hosts.map { [$0, "/etc/apt/sources.list"] })
    for folder in Self.repositoryFolders { hosts.formUnion(try repositories(folder, host.files, sink)) }
    for found in hosts.sorted(by: { $0[0] < $1[0] })
    where !origins.hosts.contains(where: { Glob.matches($0, found[0]) }) {
      try sink.add(SoftwareTrace(kind: .foreignSource, name: found[0], path: found[1]))
    }
    for package in try DpkgStatus(host.files).installed {
      guard let vendor = package.vendor, !origins.vendors.contains(where: { Glob.matches($0, vendor) }) else {
        continue
      }
      try sink.add(
        SoftwareTrace(
          kind: .foreignPackage, name: package.name, version: package.version, path: DpkgStatus.path,
          vendor: vendor))
    }
    let rpm = try RpmPackages(host, sink)
    for package in rpm.installed where package.name != "gpg-pubkey" {
      let vendor = package.vendor ?? ""
      guard !origins.vendors.contains(where: { Glob.matches($0, vendor) }) else { continue }
      try sink.add(
        SoftwareTrace(
          kind: .foreignPackage, name: package.name, version: package.version, path: rpm.path, vendor: vendor)
      )
    }
  }

  /// Hosts in the .repo files of dnf and zypper.
  private func repositories(_ folder: String, _ files: FileTree, _ sink: any FactSink) throws -> Set<[String]>
  {
    var found: Set<[String]> = []
    do {
      for name in try files.list(folder) where name.hasSuffix(".repo") {
        for line in try files.lines("\(folder)/\(name)", limit: 1 << 20) {
          let words = line.split(separator: "=", maxSplits: 1)
          guard words.count == 2, ["baseurl", "mirrorlist", "metalink"].contains(words[0]) else { continue }
          for word in words[1].split(separator: " ") {
            if let host = WebAddress.host(word) { found.insert([host, "\(folder)/\(name)"]) }
          }
        }
      }
    } catch {
      if !error.isAbsent { try sink.skipped(error.path, error.reason, detail: error.detail) }
    }
    return found
  }
}
