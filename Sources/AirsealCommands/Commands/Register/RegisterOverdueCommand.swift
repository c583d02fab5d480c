import ArgumentParser

/// `airseal register overdue`
struct RegisterOverdueCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "overdue",
      abstract: say("Tem, phương tiện, miễn trừ đã quá hạn.", "Stamps, media and waivers past their end."),
      discussion: say(
        "Với --within N: kể cả sẽ hết hạn trong N ngày tới. Máy đã có tem mới hơn không tính.",
        "With --within N: those that end in the next N days too. Machines with a newer stamp do not count."))
  }

  @Option(help: ArgumentHelp(say("Số ngày tới.", "Days to come."), valueName: "days"))
  var within = 0
  @OptionGroup var source: RegisterSource

  func run() throws {
    let content = try source.read()
    let time = content.now + Int64(within) * 86_400
    let titles = RegisterContent.titles
    let late = content.stamps.filter { stamp in
      stamp.isExpired(at: time)
        && !content.stamps.contains { other in
          other.machine == stamp.machine && other.state == .issued && other.validUntil > stamp.validUntil
        }
    }
    try RegisterContent.print([
      (titles.stamps, late.map { RegisterWords.row($0, at: content.now) }),
      (titles.waivers, content.waivers.filter { $0.expires < time }.map(content.row)),
      (
        titles.media,
        content.media.filter { $0.validUntil < time && $0.revokedAt == nil }.map(content.row)
      ),
    ])
  }
}
