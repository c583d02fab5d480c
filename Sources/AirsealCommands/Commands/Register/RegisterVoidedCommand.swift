import ArgumentParser

/// `airseal register voided`
struct RegisterVoidedCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "voided",
      abstract: say(
        "Tem bị thu hồi và lý do, số tem bị thiếu trong sổ.",
        "Stamps that were made void and why, and serials that are missing."))
  }

  @OptionGroup var source: RegisterSource

  func run() throws {
    let content = try source.read()
    let voids = content.stamps.filter { $0.state == .void }
    try RegisterContent.print([
      (
        RegisterContent.titles.stamps,
        voids.map { RegisterWords.row($0, at: content.now) + [Grid.visible($0.voidedBy ?? "")] }
      ),
      (say("SỐ TEM BỊ THIẾU", "MISSING SERIALS"), content.gaps.map { [$0] }),
    ])
  }
}
