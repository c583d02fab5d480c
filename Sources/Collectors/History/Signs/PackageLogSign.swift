import Facts
import LinuxHost

/// Packages whose file lists are younger than the last line of dpkg's log.
struct PackageLogSign: SignDetector {
  private static let lists = "/var/lib/dpkg/info"
  private static let day: Int64 = 86_400

  func detect(_ machine: SignMachine) throws {
    let logs = try LogFile.generations(
      of: "dpkg.log", in: "/var/log", files: machine.files, names: try machine.names(in: "/var/log")
    ) { try machine.sink.skipped($0.path, $0.reason, detail: $0.detail) }
    guard !logs.isEmpty else { return }
    var latest: Int64?
    for log in logs.prefix(2) {
      try log.forEachLine(in: machine.files) { line in
        guard let time = CivilTime(digits: UnsafeRawBufferPointer(rebasing: line.prefix(19))) else { return }
        latest = max(latest ?? 0, time.time(offset: machine.host.utcOffset(at:)))
      }
    }
    var newest: (path: String, time: Int64)?
    for name in try machine.names(in: Self.lists) where name.hasSuffix(".list") {
      let path = "\(Self.lists)/\(name)"
      let time = try machine.files.info(path).modifiedAt
      if time > newest?.time ?? 0 { newest = (path, time) }
    }
    guard let latest, let newest, newest.time > latest + Self.day else { return }
    try machine.add(.packagesNewerThanLog, .independent, newest.path, at: newest.time, detail: logs[0].path)
  }
}
