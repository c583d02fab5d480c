import LinuxHost
import Rules

/// Runs the worker's sandbox self-test.
struct SandboxProbe {
  let holds: Bool
  let text: String

  static func run(worker: String, language: Language) -> SandboxProbe {
    do {
      let patience = 60
      let result = try BoundedProcess.run(
        ProgramCall(
          worker, ["--self-test", "--lang", language.rawValue], seconds: patience, rights: .root))
      return SandboxProbe(holds: result.status == 0, text: result.output)
    } catch {
      let detail = (error as? ProcessError)?.detail ?? "\(error)"
      return SandboxProbe(
        holds: false,
        text: say(
          "  ✘ Không chạy được \(worker) (\(detail))",
          "  ✘ Cannot run \(worker) (\(detail))"))
    }
  }
}
