import Facts
import LinuxHost

/// What dpkg's log covers; an installed package proves no connection.
struct DpkgCollector: Collector {
  static let name = "dpkg"
  static let tables = [Coverage.table]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let folder = "/var/log"
    let names: [String]
    do {
      names = try host.files.list(folder)
    } catch {
      guard error.isAbsent else { throw error }
      names = []
    }
    var found = false
    let logs = try LogFile.generations(of: "dpkg.log", in: folder, files: host.files, names: names) { error in
      found = true
      try sink.skipped(error.path, error.reason, detail: error.detail)
    }
    for log in logs {
      found = true
      try sink.add(try PackageLogSpan(log, host: host).coverage(Self.name, sink))
    }
    if found { return }
    if try InstalledSoftware(host.files).hadAny(
      packages: ["dpkg"], programs: ["usr/bin/dpkg", "var/lib/dpkg/status"])
    {
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: folder + "/dpkg.log")
    }
    sink.absent(.neverInstalled)
  }
}
