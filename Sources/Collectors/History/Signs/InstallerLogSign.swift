import Facts
import LinuxHost

/// No installer logs, which images and some installers leave out too.
struct InstallerLogSign: SignDetector {
  func detect(_ machine: SignMachine) throws {
    for path in ["/var/log/installer", "/var/log/anaconda", "/var/log/YaST2", "/var/log/archinstall"]
    where try machine.files.exists(path) { return }
    try machine.add(.installerLogMissing, .normal, "/var/log/installer")
  }
}
