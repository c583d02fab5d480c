/// A sign that history was wiped, that nothing is kept, or that the clock was wrong.
public struct HistorySign: Fact {
  public static let table = Table(
    "history_sign", "A sign that history was wiped or that the clock was wrong",
    [
      .text("source", "Collector"),
      .code("concern", "What the sign speaks of", HistoryConcern.self),
      .code("sign", "What was noticed", HistorySignKind.self),
      .code("weight", "What the sign is worth", SignWeight.self),
      .text("path", "File or folder that shows it"),
      .optionalText("account", "Account in whose home folder it lies"),
      .optionalTime("at", "When it was"),
      .text("detail", "Technical detail"),
    ])

  public var source: String
  public var concern: HistoryConcern
  public var sign: HistorySignKind
  public var weight: SignWeight
  public var path: String
  public var account: String?
  public var at: Int64?
  public var detail: String

  public init(
    source: String, concern: HistoryConcern, sign: HistorySignKind, weight: SignWeight, path: String,
    account: String? = nil, at: Int64? = nil, detail: String
  ) {
    self.source = source
    self.concern = concern
    self.sign = sign
    self.weight = weight
    self.path = path
    self.account = account
    self.at = at
    self.detail = detail
  }
}

/// What a sign speaks of.
public enum HistoryConcern: String, Codable, Sendable, CaseIterable {
  case wiping
  case clock
  /// Logs that do not reach back, which accuses nobody.
  case coverage
}

/// What a sign is worth.
public enum SignWeight: String, Codable, Sendable, CaseIterable {
  /// It has no innocent explanation.
  case unambiguous
  /// It counts together with another one of a different kind.
  case independent
  /// A normal state, named for the record.
  case normal
}

/// What was noticed.
public enum HistorySignKind: String, Codable, Sendable, CaseIterable {
  case journalBeginsLate = "journal_begins_late"
  case journalSequenceGap = "journal_sequence_gap"
  case bootMissingInJournal = "boot_missing_in_journal"
  case bootMissingInSessions = "boot_missing_in_sessions"
  case listedLogMissing = "listed_log_missing"
  case packagesNewerThanLog = "packages_newer_than_log"
  case browserHistoryEmpty = "browser_history_empty"
  case browserHistoryRecreated = "browser_history_recreated"
  case otherMachineJournal = "other_machine_journal"
  case installerLogMissing = "installer_log_missing"
  case cleanerInstalled = "cleaner_installed"
  case cleanerRan = "cleaner_ran"
  case historyLinkedAway = "history_linked_away"
  case loggingDisabled = "logging_disabled"
  case nothingPersists = "nothing_persists"
  /// Nothing keeps links for ever, and the logs begin too late.
  case linksNotKept = "links_not_kept"
  /// The chain of the daemon's journal does not hold.
  case ownJournalBroken = "own_journal_broken"
  /// The daemon's journal begins long after the daemon was enabled.
  case ownJournalBeginsLate = "own_journal_begins_late"
  case deletedRows = "deleted_rows"
  case sessionLogAltered = "session_log_altered"
  case timeWentBackwards = "time_went_backwards"
  case serverTimeAhead = "server_time_ahead"
  case clockWasSet = "clock_was_set"
  case clockReset = "clock_reset"
}
