import ArgumentParser

/// `airseal register voided`
struct RegisterVoidedCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "voided",
      abstract: say(
        "Tem bị thu hồi và lý do, số tem bị thiếu, tệp không có trong sổ.",
        "Stamps that were made void and why, missing serials, and files without an entry."))
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
      (
        say("TỆP KHÔNG CÓ TRONG SỔ (sổ là bản cũ?)", "FILES WITHOUT AN ENTRY (an older register?)"),
        content.strays.map { [Grid.visible($0)] }
      ),
    ])
  }
}
