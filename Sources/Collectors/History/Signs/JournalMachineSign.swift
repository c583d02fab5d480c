import Facts
import LinuxHost

/// Journals of another installation: a former one, or the one that an image was made from.
struct JournalMachineSign: SignDetector {
  func detect(_ machine: SignMachine) throws {
    let own = try machine.files.text("/etc/machine-id", limit: 4096).filter(\.isHexDigit)
    for name in try machine.names(in: "/var/log/journal") {
      let id = name.prefix { $0 != "." }
      guard id.count == 32, id.allSatisfy(\.isHexDigit), id != own else { continue }
      let path = "/var/log/journal/\(name)"
      try machine.add(
        .otherMachineJournal, .normal, path, at: try machine.files.info(path).modifiedAt)
    }
  }
}
