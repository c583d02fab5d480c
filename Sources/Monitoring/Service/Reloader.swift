import ServiceLifecycle
import UnixSignals

/// Reads configuration, register and rules again on SIGHUP; what is refused changes nothing.
struct Reloader: Service {
  let reactions: Reactions
  let read: @Sendable () throws -> (Daemon.Setting, DaemonConfiguration)
  let note: @Sendable (String) -> Void

  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sighup)
    try await untilShutdown {
      for await _ in signals {
        ServiceManager.isReloading()
        do {
          let (setting, configuration) = try read()
          reactions.change(to: setting.reactions(configuration))
        } catch {
          note("SIGHUP: \(error)")
        }
        ServiceManager.isReady("watching")
      }
      try Task.checkCancellation()
    }
  }
}
