import ArgumentParser

/// Options that say who vouches for something, and what they saw.
struct StatementOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("Người kiểm tra.", "Inspector."), valueName: "name"))
  var inspector: String

  @Option(help: ArgumentHelp(say("Đơn vị.", "Unit."), valueName: "name"))
  var unit: String

  @Option(help: ArgumentHelp(say("Đã xem gì, làm gì.", "What was seen and done."), valueName: "text"))
  var statement: String

  /// The options with what was given, to be checked together with others of a command.
  var named: [(option: String, text: String)] {
    [("--inspector", inspector), ("--unit", unit), ("--statement", statement)]
  }
}
