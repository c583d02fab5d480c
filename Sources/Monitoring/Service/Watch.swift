import Journal
import LinuxHost
import ServiceLifecycle

/// Tells the service manager that the watch is on, and closes it in the journal once all monitors have ended.
struct Watch: Service {
  let recorder: Recorder

  func run() async throws {
    ServiceManager.isReady("watching")
    do { try await gracefulShutdown() } catch is CancellationError { return }
    ServiceManager.isStopping()
    await recorder.record([JournalEvent(.watchStopped, ["cause": Self.cause.rawValue])])
    await recorder.pulse()
  }

  /// The manager says `stopping` once the whole machine goes down.
  private static var cause: StopCause {
    let call = ProgramCall("/usr/bin/systemctl", ["is-system-running"], seconds: 5, rights: .root)
    do {
      try TrustedProgram.require(call.path)
      return try BoundedProcess.run(call).output.trimmed == "stopping" ? .powerOff : .service
    } catch {
      return .service
    }
  }
}
