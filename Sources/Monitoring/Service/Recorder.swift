import Journal

/// The one way into the journal: writes what monitors saw, and tells those who react to it.
///
/// What cannot be written is counted, and becomes a gap as soon as the journal takes entries again.
public actor Recorder {
  private struct Loss {
    let since: Int64
    var count: Int
  }

  private let journal: EventJournal
  private let headFile: HeadFile?
  private let clock: MachineClock
  private var loss: Loss?
  private var listeners: [Int: AsyncStream<EventEntry>.Continuation] = [:]
  private var nextListener = 0
  private var lastHead: JournalHead

  /// Throws what the journal's file says.
  public init(_ journal: EventJournal, headFile: HeadFile? = nil, clock: MachineClock) throws {
    self.journal = journal
    self.headFile = headFile
    self.clock = clock
    lastHead = try journal.head()
  }

  /// The end of the chain, and how many events wait for being written.
  public var standing: (head: JournalHead, lost: Int) { (lastHead, loss?.count ?? 0) }

  /// Writes events that were just seen, or seen at the given moment; what comes back is on the disk.
  @discardableResult
  public func record(_ events: [JournalEvent], at seen: Moment? = nil) -> [EventEntry] {
    if events.isEmpty { return [] }
    let moment = seen ?? clock.now
    do {
      let entries = try journal.append(gap(until: moment) + events, at: moment)
      loss = nil
      try accept(entries)
      return entries
    } catch {
      loss = Loss(since: loss?.since ?? moment.time, count: (loss?.count ?? 0) + events.count)
      return []
    }
  }

  /// Notes that the watch holds, and tries again to write a gap that is owed.
  public func pulse() {
    let moment = clock.now
    do {
      let owed = gap(until: moment)
      if !owed.isEmpty {
        try accept(try journal.append(owed, at: moment))
        loss = nil
      }
      try journal.pulse(at: moment)
    } catch {
      loss = loss ?? Loss(since: moment.time, count: 0)
    }
  }

  /// Every entry from now on; one who reads too slowly misses the oldest.
  public func entries() -> AsyncStream<EventEntry> {
    let (stream, continuation) = AsyncStream<EventEntry>.makeStream(
      bufferingPolicy: .bufferingNewest(4096))
    let id = nextListener
    nextListener += 1
    listeners[id] = continuation
    continuation.onTermination = { [weak self] _ in Task { await self?.forget(id) } }
    return stream
  }

  private func forget(_ id: Int) { listeners[id] = nil }

  private func gap(until moment: Moment) -> [JournalEvent] {
    guard let loss else { return [] }
    return [.gap(.writeFailed, from: loss.since, until: moment.time, ["lost": "\(loss.count)"])]
  }

  private func accept(_ entries: [EventEntry]) throws {
    guard let last = entries.last else { return }
    lastHead = last.head
    for listener in listeners.values { for entry in entries { listener.yield(entry) } }
    try headFile?.write(last.head)
  }
}
