import Facts
import LinuxHost

/// Commands in shells' histories and in sudo's log that wipe logs or histories.
struct CleaningCommandSign: SignDetector {
  private static let histories = [
    ".bash_history", ".zsh_history", ".histfile", ".local/share/fish/fish_history",
  ]
  private static let commands: [(text: String, weight: SignWeight)] = [
    ("journalctl --vacuum", .unambiguous), ("journalctl --rotate --vacuum", .unambiguous),
    ("rm -rf /var/log", .unambiguous), ("rm -r /var/log", .unambiguous), ("rm /var/log", .unambiguous),
    ("rm -f /var/log", .unambiguous), ("truncate -s 0 /var/log", .unambiguous), ("> /var/log/", .unambiguous),
    ("rm ~/.bash_history", .unambiguous), ("rm -f ~/.bash_history", .unambiguous),
    ("rm -rf ~/.mozilla", .unambiguous), ("rm -rf ~/.config/google-chrome", .unambiguous),
    ("history -c", .unambiguous), ("unset HISTFILE", .unambiguous), ("HISTFILE=/dev/null", .unambiguous),
    ("bleachbit -c", .unambiguous), ("bleachbit --clean", .unambiguous),
    ("nmcli connection delete", .independent), ("nmcli con delete", .independent), ("shred ", .independent),
    ("srm ", .independent), ("wipe ", .independent),
  ]

  func detect(_ machine: SignMachine) throws {
    for home in machine.homes {
      for name in Self.histories {
        let path = "\(home.path)/\(name)"
        try machine.reading {
          let time = try machine.files.info(path).modifiedAt
          let lines = try machine.files.lines(path, limit: 64 << 20)
          for (text, weight) in Self.commands where lines.contains(where: { Self.runs($0, text) }) {
            try machine.add(.cleanerRan, weight, path, account: home.account, at: time, detail: text)
          }
        }
      }
    }
    try sudo(machine)
  }

  /// Whether a line is the command, perhaps behind sudo or another command.
  private static func runs(_ line: Substring, _ command: String) -> Bool {
    guard let found = line.firstRange(of: command) else { return false }
    if command.hasPrefix(">") { return true }
    let before = line[..<found.lowerBound].split(whereSeparator: \.isWhitespace).last ?? ""
    return before.isEmpty || before == "sudo" || before.hasSuffix(";") || before == "&&" || before == "||"
      || before == "cmd:" || before == "|" || before.hasPrefix(":")
  }

  /// "an : TTY=pts/0 ; PWD=/home/an ; USER=root ; COMMAND=/usr/bin/journalctl --vacuum-time=1s"
  private func sudo(_ machine: SignMachine) throws {
    let reader = JournalReader(files: machine.files)
    for path in try machine.journals() {
      var span = JournalReader.Span()
      try machine.reading {
        try reader.read(path, matching: ["SYSLOG_IDENTIFIER=sudo"], into: &span) { entry in
          guard let message = try entry.field("MESSAGE"), let start = message.firstRange(of: "COMMAND=")
          else {
            return
          }
          let words = message[start.upperBound...].split(separator: " ", maxSplits: 1)
          let program = words.first?.split(separator: "/").last ?? ""
          let line = "\(program) \(words.dropFirst().first ?? "")"[...]
          for (text, weight) in Self.commands where Self.runs(line, text) {
            try machine.add(.cleanerRan, weight, path, at: entry.time, detail: text)
          }
        }
      }
    }
  }
}
