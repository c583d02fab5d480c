import Glibc
import Sandbox

/// Runs the self-test inside the sandbox and prints one line for each attempt.
struct SelfTestReport {
  enum Language: String {
    case vi
    case en
  }

  private let language: Language

  init(_ language: Language) { self.language = language }

  /// Returns 0 only if the sandbox stands and refused every attempt.
  func run() -> Int32 {
    let test = SelfTest()
    let state: SandboxState
    do {
      state = try Sandbox.enter(limits: SandboxLimits(fileSize: 1 << 20))
    } catch {
      print(
        text("không dựng được vùng cách ly", "the sandbox could not be put up")
          + " (\(error.layer.rawValue), \(error.code))")
      return 1
    }
    let results = test.run()
    for result in results {
      let name = Self.names[result.attempt].map { text($0.vi, $0.en) } ?? result.attempt.rawValue
      print(
        "\(name): \(result.isRefused ? text("bị chặn", "refused") : text("KHÔNG bị chặn", "NOT refused")) (\(result.code))"
      )
    }
    print(
      state.landlock > 0
        ? "Landlock: ABI \(state.landlock)"
        : text("Landlock: nhân hệ điều hành không có", "Landlock: the kernel has none"))
    return results.allSatisfy(\.isRefused) ? 0 : 1
  }

  private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  private static let names: [SelfTest.Attempt: (vi: String, en: String)] = [
    .open: ("mở tệp (open)", "open a file (open)"),
    .stat: ("xem thông tin tệp (stat)", "look at a file (stat)"),
    .socket: ("tạo kết nối mạng (socket)", "make a socket (socket)"),
    .connect: ("kết nối (connect)", "connect (connect)"),
    .fork: ("tạo tiến trình (fork)", "make a process (fork)"),
    .exec: ("chạy chương trình (exec)", "run a program (exec)"),
    .kill: ("gửi tín hiệu cho tiến trình cha (kill)", "signal the parent (kill)"),
    .ptrace: ("can thiệp tiến trình cha (ptrace)", "trace the parent (ptrace)"),
    .executableMemory: ("tạo vùng nhớ thực thi (mmap)", "make executable memory (mmap)"),
  ]
}
