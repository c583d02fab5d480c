import Facts
import LinuxHost

/// Lines of dpkg's log that run backwards by more than the change of a time zone.
struct PackageClockSign: SignDetector {
  private static let tolerance: Int64 = 26 * 3600

  func detect(_ machine: SignMachine) throws {
    let logs = try LogFile.generations(
      of: "dpkg.log", in: "/var/log", files: machine.files, names: try machine.names(in: "/var/log")
    ) { try machine.sink.skipped($0.path, $0.reason, detail: $0.detail) }
    for log in logs {
      var latest: Int64?
      var jump: (time: Int64, back: Int64)?
      try log.forEachLine(in: machine.files) { line in
        guard let time = CivilTime(digits: UnsafeRawBufferPointer(rebasing: line.prefix(19)))?.utc else {
          return
        }
        if let before = latest, before - time > Self.tolerance, jump == nil { jump = (time, before - time) }
        latest = max(latest ?? time, time)
      }
      guard let jump else { continue }
      try machine.add(
        .timeWentBackwards, .independent, log.path, concern: .clock, at: jump.time, detail: "\(jump.back) s")
    }
  }
}
