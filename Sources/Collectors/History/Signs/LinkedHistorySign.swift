import Facts
import LinuxHost

/// Histories that are linked to /dev/null, so that nothing is kept.
struct LinkedHistorySign: SignDetector {
  private static let names = [
    ".bash_history", ".zsh_history", ".histfile", ".python_history", ".lesshst", ".viminfo", ".mysql_history",
    ".local/share/recently-used.xbel", ".local/share/fish/fish_history", ".xsession-errors",
  ]

  func detect(_ machine: SignMachine) throws {
    for home in machine.homes {
      for path in Self.names.map({ "\(home.path)/\($0)" }) {
        try look(path, machine, account: home.account)
      }
    }
    for name in ["wtmp", "btmp", "lastlog", "syslog", "auth.log", "kern.log", "journal", "messages"] {
      try look("/var/log/\(name)", machine, account: nil)
    }
  }

  private func look(_ path: String, _ machine: SignMachine, account: String?) throws {
    try machine.reading {
      let info = try machine.files.info(path, followingLinks: false)
      guard info.kind == .link, try machine.files.linkTarget(path) == "/dev/null" else { return }
      try machine.add(.historyLinkedAway, .unambiguous, path, account: account, at: info.modifiedAt)
    }
  }
}
