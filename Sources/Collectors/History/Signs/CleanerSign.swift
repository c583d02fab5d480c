import Facts
import LinuxHost

/// Software made for wiping traces: installed, or started by an account.
struct CleanerSign: SignDetector {
  private static let programs = [
    "usr/bin/bleachbit", "usr/bin/srm", "usr/bin/wipe", "usr/bin/nwipe", "usr/bin/sfill", "usr/bin/scrub",
    "usr/bin/stacer", "usr/bin/sweeper", "usr/local/bin/bleachbit", "opt/ccleaner/ccleaner",
  ]
  private static let settings = [
    ".config/bleachbit/bleachbit.ini", ".var/app/org.bleachbit.BleachBit/config/bleachbit/bleachbit.ini",
    ".config/sweeperrc",
  ]

  func detect(_ machine: SignMachine) throws {
    for path in Self.programs where try machine.files.exists(path) {
      try machine.add(.cleanerInstalled, .independent, "/\(path)")
    }
    for home in machine.homes {
      for name in Self.settings {
        let path = "\(home.path)/\(name)"
        try machine.reading {
          let info = try machine.files.info(path)
          try machine.add(.cleanerRan, .unambiguous, path, account: home.account, at: info.modifiedAt)
        }
      }
    }
  }
}
