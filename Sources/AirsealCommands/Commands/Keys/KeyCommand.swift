import ArgumentParser

/// `airseal key`
struct KeyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "key",
      abstract: say(
        "Tạo khoá ký và quản lý khoá được tin cậy.", "Make signing keys and manage trusted keys."),
      subcommands: [
        KeyNewCommand.self, KeyImportCommand.self, KeyListCommand.self, KeyShowCommand.self,
        KeyTrustCommand.self,
        KeyRevokeCommand.self,
      ],
      defaultSubcommand: KeyListCommand.self)
  }
}

/// Options that name the folder of pinned keys.
struct TrustOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(say("Thư mục khoá được tin cậy.", "Folder of trusted keys."), valueName: "dir"))
  var trust: String?
  @OptionGroup var common: CommonOptions

  /// The folder to which keys are added.
  func folder() throws -> String { try trust ?? Installation(rules: common.rules).issuers }
}
