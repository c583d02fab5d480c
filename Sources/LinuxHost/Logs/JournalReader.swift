import CSystemd
import Facts
import Glibc

/// Reads systemd journal files one by one, so that a file that sd-journal would pass over in silence is noticed.
public struct JournalReader: Sendable {
  private let files: FileTree

  public init(files: FileTree) { self.files = files }

  /// What a journal file holds; times in Unix seconds.
  public struct Span: Sendable, Equatable {
    public var first: Int64?
    public var last: Int64?
    public var entries: Int64 = 0
    /// Wanted entries that could not be read.
    public var damaged: Int64 = 0

    public init() {}
  }

  /// The system's journal files below a folder, as /var/log/journal: those in it, and in its folders named after a
  /// machine id, with or without a namespace. Journals of users and of other machines are left out.
  ///
  /// Folders that cannot be listed are handed to `failed`; throws `FileError` if the first one cannot.
  public func journals(in folder: String, failed: (FileError) throws -> Void) throws -> [String] {
    var found: [String] = []
    for name in try files.list(folder) {
      let path = "\(folder)/\(name)"
      if Self.isSystemJournal(name) {
        found.append(path)
      } else if Self.isMachineFolder(name) {
        do {
          found += try files.list(path).filter(Self.isSystemJournal).map { "\(path)/\($0)" }
        } catch {
          if error.code != ENOTDIR { try failed(error) }
        }
      }
    }
    return found
  }

  /// Hands over the entries that have one of the given fields ("SYSLOG_IDENTIFIER=kernel"), in the order of the file,
  /// and tells what the file holds.
  ///
  /// Throws `FileError`, with reason `damaged` after the readable entries if the file is broken.
  public func read(
    _ path: String, matching: [String], into span: inout Span,
    _ body: (borrowing JournalEntry) throws -> Void
  ) throws {
    let file = try files.open(path)
    let header = try JournalHeader(of: file)
    span.entries = Int64(clamping: header.entries)
    if header.entries > 0 {
      span.first = Int64(header.firstEntry / 1_000_000)
      span.last = Int64(header.lastEntry / 1_000_000)
    }
    var descriptor = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    var opened: OpaquePointer?
    let result = sd_journal_open_files_fd(&opened, &descriptor, 1, 0)
    // What is open belongs to the journal, which closes it; what could not be opened is still ours.
    guard result >= 0, let journal = opened else {
      close(descriptor)
      throw Self.error(path, result)
    }
    defer { sd_journal_close(journal) }
    let messageLimit = 4096
    sd_journal_set_data_threshold(journal, messageLimit)
    for match in matching {
      let result = sd_journal_add_match(journal, match, 0)
      if result < 0 { throw Self.error(path, result) }
    }
    try iterate(journal, path, &span, body)
    if span.damaged > 0 || isDropped(journal) || !isWhole(journal, header) {
      throw FileError(path: path, reason: .damaged)
    }
  }

  /// A boot as one file knows it; times in Unix seconds.
  public struct Boot: Sendable, Equatable {
    public var id: String
    public var first: Int64
    public var last: Int64
    /// The clock's time minus the time since the start, at the first and at the last entry.
    public var clockAtFirst: Int64
    public var clockAtLast: Int64
  }

  /// The boots of which a file holds entries, by their identifiers; throws `FileError`.
  public func boots(_ path: String) throws -> [Boot] {
    let file = try files.open(path)
    var descriptors = [file.descriptor]
    var opened: OpaquePointer?
    let result = sd_journal_open_files_fd(&opened, &descriptors, 1, 0)
    guard result >= 0, let journal = opened else { throw Self.error(path, result) }
    defer { sd_journal_close(journal) }
    guard sd_journal_query_unique(journal, "_BOOT_ID") >= 0 else { throw Self.error(path, -74) }
    var ids: Set<String> = []
    var data: UnsafeRawPointer?
    var length = 0
    let limit = 100_000
    while ids.count < limit, sd_journal_enumerate_unique(journal, &data, &length) > 0, let bytes = data {
      ids.insert(String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self))
    }
    return ids.sorted().compactMap { match in
      sd_journal_flush_matches(journal)
      guard sd_journal_add_match(journal, match, 0) >= 0, sd_journal_seek_head(journal) >= 0,
        sd_journal_next(journal) > 0, let first = times(journal), sd_journal_seek_tail(journal) >= 0,
        sd_journal_previous(journal) > 0, let last = times(journal)
      else { return nil }
      return Boot(
        id: String(match.dropFirst("_BOOT_ID=".count)), first: first.clock, last: last.clock,
        clockAtFirst: first.clock - first.running, clockAtLast: last.clock - last.running)
    }
  }

  /// The present entry's time by the clock and since the start, in seconds.
  private func times(_ journal: OpaquePointer) -> (clock: Int64, running: Int64)? {
    var (clock, running): (UInt64, UInt64) = (0, 0)
    var boot = sd_id128_t()
    guard sd_journal_get_realtime_usec(journal, &clock) >= 0,
      sd_journal_get_monotonic_usec(journal, &running, &boot) >= 0
    else { return nil }
    return (Int64(clock / 1_000_000), Int64(running / 1_000_000))
  }

  /// The header of a journal file; throws `FileError`.
  public func header(_ path: String) throws(FileError) -> JournalHeader {
    try JournalHeader(of: files.open(path))
  }

  private func iterate(
    _ journal: OpaquePointer, _ path: String, _ span: inout Span,
    _ body: (borrowing JournalEntry) throws -> Void
  ) throws {
    while true {
      let result = sd_journal_next(journal)
      if result < 0 { throw Self.error(path, result) }
      if result == 0 { return }
      var time: UInt64 = 0
      guard sd_journal_get_realtime_usec(journal, &time) >= 0 else {
        span.damaged += 1
        continue
      }
      do {
        try body(JournalEntry(journal, time: Int64(time / 1_000_000)))
      } catch is JournalDamage {
        span.damaged += 1
      }
    }
  }

  /// sd-journal drops a file on which it stumbles and then goes on as if it had ended.
  private func isDropped(_ journal: OpaquePointer) -> Bool {
    var bytes: UInt64 = 0
    return sd_journal_get_usage(journal, &bytes) < 0 || bytes == 0
  }

  /// Walks over all entries of a file that is not large, compares their number with the header's, and asks the file's
  /// index for some programs that the entries name.
  private func isWhole(_ journal: OpaquePointer, _ header: JournalHeader) -> Bool {
    let walkLimit: UInt64 = 50_000
    let samples: UInt64 = 64
    sd_journal_flush_matches(journal)
    guard sd_journal_seek_head(journal) >= 0 else { return false }
    var programs: Set<String> = []
    var count: UInt64 = 0
    while count < walkLimit, sd_journal_next(journal) > 0 {
      if count % (min(header.entries, walkLimit) / samples + 1) == 0, let program = program(journal) {
        programs.insert(program)
      }
      count += 1
    }
    guard count >= min(header.entries, walkLimit), !isDropped(journal) else { return false }
    return programs.allSatisfy { program in
      sd_journal_flush_matches(journal)
      return sd_journal_add_match(journal, program, 0) >= 0 && sd_journal_seek_head(journal) >= 0
        && sd_journal_next(journal) > 0
    }
  }

  /// The field that names the program of the present entry, as a match.
  private func program(_ journal: OpaquePointer) -> String? {
    var data: UnsafeRawPointer?
    var length = 0
    guard sd_journal_get_data(journal, "SYSLOG_IDENTIFIER", &data, &length) >= 0, let data else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: data, count: length), as: UTF8.self)
  }

  private static func error(_ path: String, _ result: Int32) -> FileError {
    switch -result {
    case EPROTONOSUPPORT: FileError(path: path, reason: .unsupported)
    case EACCES, EPERM, EIO, ENOMEM, EMFILE, ENFILE: FileError(path: path, code: -result)
    default: FileError(path: path, reason: .damaged)
    }
  }

  private static func isSystemJournal(_ name: String) -> Bool {
    (name.hasSuffix(".journal") || name.hasSuffix(".journal~")) && !name.hasPrefix("user-")
  }

  private static func isMachineFolder(_ name: String) -> Bool {
    let id = name.prefix { $0 != "." }
    return id.utf8.count == 32 && id.allSatisfy(\.isHexDigit)
  }
}
