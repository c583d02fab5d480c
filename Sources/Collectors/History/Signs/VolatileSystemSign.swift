import Facts
import LinuxHost

/// Systems whose disk is only a lower layer: live media and overlayroot keep nothing.
struct VolatileSystemSign: SignDetector {
  private static let words = [
    "boot=live", "boot=casper", "overlayroot=tmpfs", "rd.live.image", "systemd.volatile=yes",
  ]

  func detect(_ machine: SignMachine) throws {
    try machine.reading {
      let path = "/etc/overlayroot.conf"
      for line in try machine.files.lines(path, limit: 1 << 20)
      where line.hasPrefix("overlayroot=") && line.contains("tmpfs") {
        try machine.add(.nothingPersists, .independent, path, detail: "overlayroot")
      }
    }
    guard machine.host.hasLinkState else { return }
    do {
      let path = "/proc/cmdline"
      let line = try machine.host.kernel().text(path, limit: 1 << 16)
      for word in Self.words where line.contains(word) {
        try machine.add(.nothingPersists, .independent, path, detail: word)
      }
    } catch let error as FileError {
      if !error.isAbsent { throw error }
    }
  }
}
