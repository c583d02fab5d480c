import Dispatch
import Foundation
import Journal
import LinuxHost
import ServiceLifecycle
import Synchronization

/// Acts on findings while they happen: a void record for the stamp, a line in the log, the operator's own program.
final class Reactions: Service {
  /// What a reload may change.
  struct Settings: Sendable {
    var findings: FindingEvents
    /// Checks whose failing voids the stamp of this kind of machine.
    var voiding: Set<String>
    var program: String?
  }

  private let recorder: Recorder
  private let settings: Mutex<Settings>
  /// Takes one line for the service's log.
  private let note: @Sendable (String) -> Void

  init(recorder: Recorder, settings: Settings, note: @escaping @Sendable (String) -> Void) {
    self.recorder = recorder
    self.settings = Mutex(settings)
    self.note = note
  }

  func change(to new: Settings) { settings.withLock { $0 = new } }

  /// The id of the check that an entry would fail; nil for an entry that is no finding.
  func check(_ entry: EventEntry) -> String? { settings.withLock { $0.findings.check(entry) } }

  func run() async throws {
    let entries = await recorder.entries()
    try await untilShutdown { [self] in
      for await entry in entries {
        if let check = check(entry) { await react(check, entry) }
      }
      try Task.checkCancellation()
    }
  }

  private func react(_ check: String, _ entry: EventEntry) async {
    let settings = settings.withLock { $0 }
    if settings.voiding.contains(check) {
      let void = JournalEvent(.stampVoided, ["check": check, "entry": "\(entry.sequence)"])
      await recorder.record([void])
    }
    note("\(check) (\(entry.sequence))")
    guard let program = settings.program else { return }
    do {
      try await Self.run(program, check, entry)
    } catch {
      note("\(program): \(error)")
    }
  }

  /// Runs the operator's program, and waits for it beside the tasks.
  private static func run(_ program: String, _ check: String, _ entry: EventEntry) async throws {
    try TrustedProgram.require(program)
    var call = ProgramCall(program, [check, "\(entry.sequence)"], seconds: 30, rights: .root)
    call.environment = entry.detail.sorted { $0.key < $1.key }.map { name, value in
      "AIRSEAL_\(name.uppercased())=\(value.filter { $0 != "\0" })"
    }
    _ = try await call.result()
  }
}

extension ProgramCall {
  /// Runs the program on a thread of its own; throws as `BoundedProcess.run` does.
  func result() async throws -> BoundedProcess.Result {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global(qos: .utility).async {
        continuation.resume(with: Result { try BoundedProcess.run(self) })
      }
    }
  }
}
