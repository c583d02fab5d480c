import Journal
import ServiceLifecycle

/// Notes at intervals that the watch holds, and says so to the service manager.
struct Heartbeat: Service {
  let recorder: Recorder

  /// Half of what the service manager waits for, or half a minute.
  private var interval: Duration { ServiceManager.watchdog.map { $0 / 2 } ?? .seconds(30) }

  func run() async throws {
    try await untilShutdown {
      while true {
        await recorder.pulse()
        ServiceManager.isAlive()
        try await Task.sleep(for: interval, tolerance: interval / 10)
      }
    }
  }
}
