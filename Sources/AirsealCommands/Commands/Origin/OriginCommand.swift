import ArgumentParser

/// `airseal origin`
struct OriginCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "origin",
      abstract: say("Hồ sơ nguồn gốc ổ đĩa.", "Records of where disks come from."),
      subcommands: [OriginRecordCommand.self])
  }
}
