import ArgumentParser
import Rules

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("Ngôn ngữ: vi hoặc en.", "Language: vi or en."), valueName: "vi|en"))
  var lang: Language = Speech.language

  @Option(help: ArgumentHelp(say("Thư mục bộ quy tắc.", "Folder of the rule pack."), valueName: "dir"))
  var rules: String?
}

extension Language: ExpressibleByArgument {}
