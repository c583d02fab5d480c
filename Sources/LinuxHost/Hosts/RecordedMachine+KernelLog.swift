import Facts

extension RecordedMachine {
  private static let journalFolder = "/var/log/journal"
  private static let textLogs = ["/var/log/kern.log", "/var/log/messages", "/var/log/dmesg"]

  /// Adds the hardware that the kernel names in the root's journal and text logs.
  ///
  /// A log that cannot be read adds nothing: less is then known of the machine, and what is not known to match is
  /// refused.
  public mutating func addKernelLogs(of files: FileTree) throws {
    let reader = JournalReader(files: files)
    var lines: [String] = []
    for path in try Self.readable([], { try reader.journals(in: Self.journalFolder) { _ in } }) {
      var span = JournalReader.Span()
      try Self.readable(()) {
        try reader.read(path, matching: ["SYSLOG_IDENTIFIER=kernel"], into: &span) { entry in
          if let message = try entry.field("MESSAGE"), message.hasPrefix("DMI: ") { lines.append(message) }
        }
      }
    }
    for path in Self.textLogs {
      lines += try Self.readable([]) {
        try files.lines(path).filter { $0.contains(" DMI: ") }.map(String.init)
      }
    }
    add(kernelLines: lines)
  }

  private static func readable<T>(_ none: T, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch is FileError {
      return none
    }
  }
}
