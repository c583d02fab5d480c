import Collectors
import Facts
import Journal
import LinuxHost
import ServiceLifecycle

/// Writes every device that comes, changes or goes into the journal, as udev has processed it.
public actor DeviceMonitor: Service {
  private let source: UdevMonitor
  private let recorder: Recorder
  private let describe: DeviceDescription
  private let clock: MachineClock
  private var attached = AttachedDevices()

  /// Subsystems of which every event is kept.
  public static let subsystems = [
    "usb", "net", "block", "bluetooth", "ieee80211", "wwan", "rfkill", "mmc", "thunderbolt", "nfc",
  ]

  /// Listens from now on; throws where udev cannot be listened to.
  ///
  /// `room` is the size in bytes of the kernel's buffer for events that were not read yet.
  public init(
    recorder: Recorder, describe: DeviceDescription, clock: MachineClock, room: Int32 = 16 << 20
  ) throws {
    self.recorder = recorder
    self.describe = describe
    self.clock = clock
    source = try UdevMonitor(Self.subsystems, room: room)
  }

  public func run() async throws {
    try await untilShutdown { [self] in try await listen() }
  }

  private func listen() async throws {
    await recorder.record(try present())
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
      while let event = try source.receive() {
        if let event = describe.event(event.action, event.device) { events.append(attached.complete(event)) }
      }
      await recorder.record(events)
    } catch is EventOverflow {
      let gap = JournalEvent.gap(.overflow, from: start.time, until: clock.now.time, ["of": "udev"])
      await recorder.record(events + [gap] + (try present()))
    }
  }

  /// The devices that are attached now.
  private func present() throws -> [JournalEvent] {
    try LiveHost().devices(Self.subsystems).compactMap {
      describe.event(nil, $0).map { attached.complete($0) }
    }
  }
}
