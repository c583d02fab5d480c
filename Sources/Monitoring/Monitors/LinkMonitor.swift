import Journal
import LinuxHost
import ServiceLifecycle

/// Writes every change of links, addresses and routes into the journal.
public actor LinkMonitor: Service {
  private let source: NetworkMonitor
  private let recorder: Recorder
  private let clock: MachineClock
  private var picture = NetworkPicture()

  /// Listens from now on; throws `NetlinkError`.
  ///
  /// `room` is the size in bytes of the kernel's buffer for events that were not read yet.
  public init(recorder: Recorder, clock: MachineClock, room: Int32 = 8 << 20) throws {
    self.recorder = recorder
    self.clock = clock
    source = try NetworkMonitor(room: room)
  }

  public func run() async throws {
    try await untilShutdown { [self] in try await listen() }
  }

  private func listen() async throws {
    await recorder.record(picture.compare(with: try Self.state(), newLink: .linkPresent))
    while true {
      try await Readiness.wait(for: source.descriptor)
      try await drain()
    }
  }

  /// Reads until nothing waits; a burst becomes one transaction.
  private func drain() async throws {
    var events: [JournalEvent] = []
    let start = clock.now
    do {
      while let changes = try source.receive() { events += changes.flatMap { picture.note($0) } }
      await recorder.record(events)
    } catch let error where error is EventOverflow || error is NetlinkError {
      let gap = JournalEvent.gap(.overflow, from: start.time, until: clock.now.time, ["of": "rtnetlink"])
      await recorder.record(events + [gap] + picture.compare(with: try Self.state()))
    }
  }

  private static func state() throws -> NetworkState { try NetlinkSession(KernelNetlinkSocket()).state() }
}
