import CShims
import Facts
import Glibc
import Journal
import ServiceLifecycle

/// Writes a gap where the wall clock was set or the machine slept.
public actor ClockMonitor: Service {
  private let descriptor: Int32
  private let recorder: Recorder
  private let clock: MachineClock
  private var before: Moment
  private var slept: Int64

  /// A difference below this many microseconds is the work of a clock that is being steered.
  private let tolerance: Int64 = 1_000_000

  /// Listens from now on; throws where the kernel has no such timer.
  public init(recorder: Recorder, clock: MachineClock) throws {
    descriptor = airseal_clock_watch()
    guard descriptor >= 0 else {
      throw CollectionFailure(.error, .unsupported, detail: String(cString: strerror(errno)))
    }
    self.recorder = recorder
    self.clock = clock
    before = clock.now
    slept = clock.slept
  }

  deinit { close(descriptor) }

  public func run() async throws {
    try await untilShutdown { [self] in try await listen() }
  }

  private func listen() async throws {
    while true {
      try await Readiness.wait(for: descriptor)
      if airseal_clock_was_set(descriptor) == 1 { await recorder.record(difference()) }
    }
  }

  /// What the two clocks say of the time since the last look.
  private func difference() -> [JournalEvent] {
    let now = clock.now
    let sleep = clock.slept - slept
    let step = (now.time - before.time) - (now.uptime - before.uptime)
    var events: [JournalEvent] = []
    if sleep > tolerance { events.append(.gap(.suspend, from: now.time - sleep, until: now.time)) }
    if abs(step) > tolerance {
      let other = now.time - step
      events.append(
        .gap(.clockStep, from: min(now.time, other), until: max(now.time, other), ["step": "\(step)"]))
    }
    before = now
    slept = clock.slept
    return events
  }
}
