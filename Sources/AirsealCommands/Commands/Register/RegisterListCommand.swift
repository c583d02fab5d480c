import ArgumentParser

/// `airseal register list`
struct RegisterListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say("Liệt kê mọi sổ.", "List every register."))
  }

  @OptionGroup var source: RegisterSource

  func run() throws {
    let content = try source.read()
    let titles = RegisterContent.titles
    try RegisterContent.print([
      (titles.stamps, content.stamps.map { RegisterWords.row($0, at: content.now) }),
      (titles.records, content.records.map(RegisterWords.row)),
      (titles.waivers, content.waivers.map(content.row)), (titles.media, content.media.map(content.row)),
    ])
  }
}
