import ArgumentParser
import Rules

/// `airseal rules`
struct RulesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules",
      abstract: say("Xem và kiểm tra bộ quy tắc.", "Show and check the rule pack."),
      subcommands: [List.self, Show.self, Verify.self], defaultSubcommand: List.self)
  }

  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "list",
        abstract: say(
          "Liệt kê các phép kiểm tra và hiệu lực theo loại máy.",
          "List the checks and their effect in a profile."))
    }

    @Option(help: ArgumentHelp(say("Loại máy áp dụng.", "Profile."), valueName: "profile"))
    var profile = "drafting"
    @OptionGroup var common: CommonOptions

    func run() throws {
      let installation = try Installation(rules: common.rules)
      let pack = try installation.pack()
      let profile = try installation.profile(profile, in: pack)
      let rows = pack.checks.map { check in
        let effect = profile.effects[check.id] ?? .notSelected
        let note = CheckSheet.byPerson(check).map { " (\($0))" } ?? ""
        return [
          check.id, pack.labels.text("effect.\(effect.rawValue)")[common.lang],
          check.title[common.lang] + note,
        ]
      }
      try Output.print("\(profile.title[common.lang])\n\n\(Grid.columns(rows))")
    }
  }

  struct Show: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "show",
        abstract: say("Cho biết nội dung một phép kiểm tra.", "Show one check."))
    }

    @Argument(help: ArgumentHelp(say("Tên phép kiểm tra.", "Identifier of the check."), valueName: "check"))
    var id: String
    @OptionGroup var common: CommonOptions

    func run() throws {
      let pack = try Installation(rules: common.rules).pack()
      guard let check = pack.checks.first(where: { $0.id == id }) else {
        throw Failure(
          .usage, "Không có phép kiểm tra “\(id)”; xem airseal rules list.",
          "There is no check “\(id)”; see airseal rules list.")
      }
      try Output.print(CheckSheet.text(check, pack: pack, language: common.lang))
    }
  }

  struct Verify: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "check",
        abstract: say(
          "Kiểm tra bộ quy tắc và chạy mọi ví dụ của nó.", "Check the rule pack and run all its examples."))
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
      let pack = try Installation(rules: common.rules).pack(withExamples: true)
      let examples = ExampleRun(pack: pack)
      var failures: [String] = []
      for check in pack.checks {
        for (index, example) in check.examples.enumerated() {
          let got = try examples.status(of: check, example)
          guard got != example.expect else { continue }
          failures.append("\(check.id) #\(index + 1): \(example.expect.rawValue) ≠ \(got.rawValue)")
        }
      }
      guard failures.isEmpty else {
        throw Failure(
          .cannotWork, "Ví dụ không khớp:\n" + failures.joined(separator: "\n"),
          "Examples do not hold:\n" + failures.joined(separator: "\n"))
      }
      let count = pack.checks.reduce(0) { $0 + $1.examples.count }
      try Output.print(
        say(
          "Bộ quy tắc hợp lệ: \(pack.checks.count) phép kiểm tra, \(count) ví dụ, mã \(pack.digest.prefix(16)).",
          "The rule pack holds: \(pack.checks.count) checks, \(count) examples, digest \(pack.digest.prefix(16))."
        ))
    }
  }
}
