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
        worker, ["--self-test", "--lang", language.rawValue], seconds: patience)
      return SandboxProbe(holds: result.status == 0, text: result.output)
    } catch {
      return SandboxProbe(
        holds: false,
        text: say(
          "  ✘ Không chạy được \(worker) (mã lỗi \(error.code))",
          "  ✘ Cannot run \(worker) (error \(error.code))"))
    }
  }
}
