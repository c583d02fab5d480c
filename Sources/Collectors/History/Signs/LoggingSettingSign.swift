import Facts
import LinuxHost

/// Settings that keep journald from keeping anything on the disk.
struct LoggingSettingSign: SignDetector {
  func detect(_ machine: SignMachine) throws {
    guard let storage = try JournalLimit(machine).values["Storage"]?.lowercased(),
      storage == "none" || storage == "volatile"
    else { return }
    let hasText = try TextLogSource.hasSystemLog(machine.files)
    try machine.add(
      .loggingDisabled, hasText ? .normal : .independent, "/etc/systemd/journald.conf",
      detail: "Storage=\(storage)")
  }
}
