import Facts
import LinuxHost

/// Missing numbers in the sequence that all journal files of one installation share.
///
/// journald itself removes the oldest files when it reaches a limit; below every limit only a person did. A hole in the
/// middle is never its doing.
struct JournalSequenceSign: SignDetector {
  private struct File {
    var path: String
    var header: JournalHeader
    var size: UInt64
  }

  /// Numbers that may be missing between two files: entries that journald dropped while it started.
  private static let tolerance: UInt64 = 100
  /// Entries that a machine writes before its disk can be written to.
  private static let mostBeforeFlush: UInt64 = 5000
  private static let folder = "/var/log/journal"
  private static let day: Int64 = 86_400

  func detect(_ machine: SignMachine) throws {
    var files: [File] = []
    for folder in try machine.names(in: Self.folder) where folder.prefix(32).allSatisfy(\.isHexDigit) {
      for name in try machine.names(in: "\(Self.folder)/\(folder)")
      where name.hasSuffix(".journal") || name.hasSuffix(".journal~") {
        let path = "\(Self.folder)/\(folder)/\(name)"
        try machine.reading {
          let header = try JournalReader(files: machine.files).header(path)
          if header.entries > 0 {
            files.append(File(path: path, header: header, size: try machine.files.info(path).size))
          }
        }
      }
    }
    let sequences = Dictionary(grouping: files) { $0.header.sequenceID }
    for (_, files) in sequences.sorted(by: { $0.key < $1.key }) { try holes(files, machine) }
    guard let first = files.min(by: { $0.header.firstEntry < $1.header.firstEntry }) else { return }
    try start(first, files, machine)
  }

  private func holes(_ files: [File], _ machine: SignMachine) throws {
    let sorted = files.sorted { $0.header.firstSequence < $1.header.firstSequence }
    var end = sorted[0].header.lastSequence
    for file in sorted.dropFirst() {
      if file.header.firstSequence > end + Self.tolerance {
        try machine.add(
          .journalSequenceGap, .unambiguous, file.path, at: Int64(file.header.firstEntry / 1_000_000),
          detail: "\(end + 1)-\(file.header.firstSequence - 1)")
      }
      end = max(end, file.header.lastSequence)
    }
  }

  /// What missing first numbers weigh.
  ///
  /// Up to a few thousand may have gone to the first start's own entries, which journald numbers in memory and once more on the disk.
  private func weight(
    of sequence: UInt64, at time: Int64, _ files: [File], _ machine: SignMachine
  ) throws -> SignWeight {
    let limit = try JournalLimit(machine)
    let used = files.reduce(UInt64(0)) { $0 + $1.size }
    if limit.explains(used: used, files: files.count) { return .normal }
    guard sequence <= Self.mostBeforeFlush else { return limit.isKnown ? .unambiguous : .independent }
    guard let installed = machine.installedAt else { return .independent }
    return time <= installed + Self.day ? .normal : .independent
  }

  private func start(_ first: File, _ files: [File], _ machine: SignMachine) throws {
    let time = Int64(first.header.firstEntry / 1_000_000)
    let sequence = first.header.firstSequence
    if sequence > Self.tolerance {
      let weight = try weight(of: sequence, at: time, files, machine)
      try machine.add(.journalSequenceGap, weight, first.path, at: time, detail: "1-\(sequence - 1)")
    } else if let installed = machine.installedAt, time > installed + 7 * Self.day {
      try machine.add(.journalBeginsLate, .independent, first.path, at: time)
    }
  }
}
