import Facts
import LinuxHost

/// Times to which somebody set the clock by the desktop or timedatectl(1); setting it is no wiping.
struct ClockSetSign: SignDetector {
  func detect(_ machine: SignMachine) throws {
    let reader = JournalReader(files: machine.files)
    for path in try machine.journals() {
      var span = JournalReader.Span()
      var (count, last): (Int, Int64?) = (0, nil)
      try machine.reading {
        try reader.read(path, matching: ["SYSLOG_IDENTIFIER=systemd-timedated"], into: &span) { entry in
          guard try entry.field("MESSAGE")?.hasPrefix("Changed local time to ") == true else { return }
          count += 1
          last = entry.time
        }
      }
      if let last {
        try machine.add(.clockWasSet, .normal, path, concern: .clock, at: last, detail: "\(count)")
      }
    }
  }
}
