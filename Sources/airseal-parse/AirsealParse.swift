import Documents
import Glibc
import ParseWire
import Sandbox
import StampLabel

/// The sandboxed document worker: gets open descriptors, answers enumerations and places, can open nothing.
@main
struct AirsealParse {
  static func main() {
    setlocale(LC_ALL, "C.UTF-8")
    switch WorkerArguments(CommandLine.arguments.dropFirst()) {
    case .serve(let markings): exit(Worker(markings: markings).run())
    case .rules(let folder): exit(RuleWorker(folder: folder).run())
    case .label(let regular, let bold):
      guard let fonts = LabelFonts(regular: regular, bold: bold) else { exit(Worker.Exit.badRules.rawValue) }
      exit(LabelWorker(task: .draw(fonts)).run())
    case .code: exit(LabelWorker(task: .read(QRReader())).run())
    case .selfTest(let language): exit(SelfTestReport(language).run())
    case .version:
      print("airseal-parse 0.1.0")
      exit(0)
    case .usage:
      print(
        "airseal-parse --markings DIR | --yara DIR | --label FONT BOLD | --code | --self-test [--lang vi|en] | --version"
      )
      exit(64)
    }
  }
}
