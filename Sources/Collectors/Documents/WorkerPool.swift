import Facts
import Glibc
import ParseWire

/// A few workers that read files side by side; one that dies or takes too long costs exactly the file that it read.
final class WorkerPool {
  /// Small files that go in one message.
  static let batchSize = 32

  private final class Slot {
    var worker: WorkerProcess?
    var batch: [DocumentJob] = []
    var next = 0
    var deadline = ContinuousClock.now

    var isBusy: Bool { !batch.isEmpty }
  }

  private let start: () throws(WorkerProcess.Failure) -> WorkerProcess
  private let patience: Duration
  private let slots: [Slot]
  private var waiting: [DocumentJob] = []
  private let finished: (DocumentJob, DocumentAnswer) throws -> Void
  private let tick: () throws -> Void

  /// Starts the first worker at once, so that a broken one shows before any file is read.
  ///
  /// `finished` gets every job once; `tick` is called several times a second and may throw to stop.
  init(
    count: Int = 2, patience: Duration = .seconds(30),
    start: @escaping () throws(WorkerProcess.Failure) -> WorkerProcess, tick: @escaping () throws -> Void,
    finished: @escaping (DocumentJob, DocumentAnswer) throws -> Void
  ) throws(WorkerProcess.Failure) {
    self.start = start
    self.patience = patience
    self.tick = tick
    self.finished = finished
    slots = (0..<count).map { _ in Slot() }
    slots[0].worker = try start()
  }

  func submit(_ job: DocumentJob) throws {
    if job.isSingle { return try dispatch([job]) }
    waiting.append(job)
    if waiting.count >= Self.batchSize { try flush() }
  }

  /// Waits until every submitted job has its answer.
  func finish() throws {
    try flush()
    while slots.contains(where: \.isBusy) { try pump() }
  }

  private func flush() throws {
    guard !waiting.isEmpty else { return }
    let batch = waiting
    waiting = []
    try dispatch(batch)
  }

  private func dispatch(_ batch: [DocumentJob]) throws {
    while !slots.contains(where: { !$0.isBusy }) { try pump() }
    guard let slot = slots.first(where: { !$0.isBusy }) else { return }
    for attempt in 1...2 {
      let worker = try slot.worker ?? start()
      slot.worker = worker
      if worker.send(ParseRequest(items: batch.map(\.item)), batch.map(\.file.descriptor)) {
        slot.batch = batch
        slot.next = 0
        slot.deadline = .now + patience
        return
      }
      slot.worker = nil
      if attempt == 2 { throw WorkerProcess.Failure(detail: "the worker takes no request") }
    }
  }

  /// Takes what the workers answered; waits for it a short while.
  private func pump() throws {
    try tick()
    let busy = slots.filter(\.isBusy)
    var waits = busy.map { pollfd(fd: $0.worker?.socket ?? -1, events: Int16(POLLIN), revents: 0) }
    poll(&waits, nfds_t(waits.count), 100)
    for (slot, wait) in zip(busy, waits) {
      if wait.revents != 0 {
        try take(slot)
      } else if ContinuousClock.now >= slot.deadline {
        try lose(slot, .timedOut)
      }
    }
  }

  private func take(_ slot: Slot) throws {
    guard let reply = slot.worker?.reply(items: slot.batch.count), reply.index == slot.next else {
      return try lose(slot, .crashed)
    }
    let job = slot.batch[slot.next]
    slot.next += 1
    slot.deadline = .now + patience
    if slot.next == slot.batch.count { slot.batch = [] }
    try finished(job, .reply(reply))
  }

  /// The worker is gone: the file that it read has its answer, the rest of the batch starts again elsewhere.
  private func lose(_ slot: Slot, _ answer: DocumentAnswer) throws {
    let job = slot.batch[slot.next]
    let rest = Array(slot.batch.dropFirst(slot.next + 1))
    slot.worker = nil
    slot.batch = []
    try finished(job, answer)
    if !rest.isEmpty { try dispatch(rest) }
  }
}
