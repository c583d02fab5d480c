import Facts
import Glibc
import ParseWire

/// A few workers that read files side by side; one that dies or takes too long costs exactly the file that it read.
final class WorkerPool {
  /// Small files that go in one message.
  static let batchSize = 32
  /// Messages that a worker may have before it: it never waits for the next.
  private static let depth = 2
  /// Files after which a worker makes room for a fresh one.
  private static let lifetime = 20_000

  private final class Slot {
    var worker: WorkerProcess?
    var messages: [[DocumentJob]] = []
    var next = 0
    var deadline = ContinuousClock.now
    var files = 0
    /// How often in a row a worker took no request.
    var refusals = 0

    var isReady: Bool { worker?.isReady == true }
    var isStarting: Bool { worker?.isReady == false }
    var hasRoom: Bool {
      isReady && messages.count < WorkerPool.depth && files < WorkerPool.lifetime
    }
  }

  private let start: () throws(WorkerProcess.Failure) -> WorkerProcess
  private let patience: Duration
  private let slots: [Slot]
  private var waiting: [DocumentJob] = []
  private var backlog: [[DocumentJob]] = []
  private let finished: (DocumentJob, DocumentAnswer) throws -> Void
  private let tick: () throws -> Void

  /// Workers start when files wait for them.
  ///
  /// `finished` gets every job once; `tick` is called several times a second and may throw to stop.
  init(
    count: Int = 2, patience: Duration = .seconds(30),
    start: @escaping () throws(WorkerProcess.Failure) -> WorkerProcess, tick: @escaping () throws -> Void,
    finished: @escaping (DocumentJob, DocumentAnswer) throws -> Void
  ) {
    self.start = start
    self.patience = patience
    self.tick = tick
    self.finished = finished
    slots = (0..<count).map { _ in Slot() }
  }

  private var isBusy: Bool { slots.contains { !$0.messages.isEmpty } }

  func submit(_ job: DocumentJob) throws {
    if slots.allSatisfy({ $0.worker == nil }) { slots[0].worker = try start() }
    if job.isSingle {
      backlog.append([job])
    } else {
      waiting.append(job)
      if waiting.count >= Self.batchSize { flush() }
    }
    try settle()
  }

  /// Waits until every submitted job has its answer.
  func finish() throws {
    flush()
    try settle()
    while isBusy || !backlog.isEmpty { try pump(beside: nil) }
  }

  /// Waits a short while for answers, or for `descriptor` to become readable, and takes what is there.
  func pump(beside descriptor: Int32?) throws {
    try tick()
    let active = slots.filter { !$0.messages.isEmpty || $0.isStarting }
    var waits = active.map { pollfd(fd: $0.worker?.socket ?? -1, events: Int16(POLLIN), revents: 0) }
    if let descriptor { waits.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    poll(&waits, nfds_t(waits.count), 100)
    for (slot, wait) in zip(active, waits) {
      if slot.isStarting {
        try slot.worker?.takeGreeting()
      } else if wait.revents != 0 {
        try take(slot)
      } else if ContinuousClock.now >= slot.deadline {
        try lose(slot, .timedOut)
      }
    }
    try fill()
  }

  /// Sends what small files wait for company; call where no more come for now.
  func flush() {
    guard !waiting.isEmpty else { return }
    backlog.append(waiting)
    waiting = []
  }

  /// Hands out what waits; returns when nothing does.
  private func settle() throws {
    try fill()
    while !backlog.isEmpty { try pump(beside: nil) }
  }

  private func fill() throws {
    while let message = backlog.first,
      let slot = slots.filter(\.hasRoom).min(by: { $0.messages.count < $1.messages.count })
    {
      backlog.removeFirst()
      try send(message, to: slot)
    }
    if backlog.count > slots.count(where: \.isStarting), let slot = slots.first(where: { $0.worker == nil }) {
      slot.worker = try start()
    }
  }

  private func send(_ message: [DocumentJob], to slot: Slot) throws {
    if slot.messages.isEmpty { slot.deadline = .now + patience }
    slot.messages.append(message)
    slot.files += message.count
    let request = ParseRequest(items: message.map(\.item))
    if slot.worker?.send(request, message.map(\.file.descriptor)) == true { return }
    // With files before it, their missing answers tell that the worker is gone.
    guard slot.messages.count == 1 else { return }
    slot.messages = []
    retire(slot)
    slot.refusals += 1
    guard slot.refusals < 3 else { throw WorkerProcess.Failure(detail: "the worker takes no request") }
    backlog.insert(message, at: 0)
  }

  /// Takes every answer that is there.
  private func take(_ slot: Slot) throws {
    repeat {
      guard let reply = slot.worker?.reply(items: slot.messages[0].count), reply.index == slot.next else {
        return try lose(slot, .crashed)
      }
      let job = slot.messages[0][slot.next]
      slot.next += 1
      slot.refusals = 0
      slot.deadline = .now + patience
      if slot.next == slot.messages[0].count {
        slot.messages.removeFirst()
        slot.next = 0
      }
      if slot.messages.isEmpty, slot.files >= Self.lifetime { retire(slot) }
      try finished(job, .reply(reply))
    } while !slot.messages.isEmpty && slot.worker?.hasReply == true
  }

  private func retire(_ slot: Slot) {
    slot.worker = nil
    slot.files = 0
    slot.next = 0
  }

  /// The worker is gone: the file that it read has its answer, the rest starts again elsewhere.
  private func lose(_ slot: Slot, _ answer: DocumentAnswer) throws {
    let job = slot.messages[0][slot.next]
    let rest = [Array(slot.messages[0].dropFirst(slot.next + 1))] + slot.messages.dropFirst()
    slot.messages = []
    retire(slot)
    backlog = rest.filter { !$0.isEmpty } + backlog
    try finished(job, answer)
  }
}
