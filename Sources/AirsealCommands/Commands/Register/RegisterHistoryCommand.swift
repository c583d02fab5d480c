import ArgumentParser

/// `airseal register history`
struct RegisterHistoryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: say(
        "Mọi tem, biên bản, miễn trừ của một máy.", "Every stamp, record and waiver of one machine."))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        "Tên, số sê-ri máy, số tem, hoặc phần đầu mã nhận dạng máy.",
        "Name or serial of the machine, serial of a stamp, or the beginning of its identifier."),
      valueName: "machine"))
  var machine: String
  @OptionGroup var source: RegisterSource

  func run() throws {
    let content = try source.read()
    let wanted = machine.lowercased()
    func names(_ name: String, _ digest: String, _ numbers: [String?]) -> Bool {
      name.lowercased().contains(wanted) || (wanted.count >= 8 && digest.hasPrefix(wanted))
        || numbers.contains { $0?.lowercased() == wanted }
    }
    let stamps = content.stamps.filter { names($0.machineName, $0.machine, [$0.serial, $0.record]) }
    let records = content.records.filter { names($0.machineName, $0.machine, [$0.record, $0.stamp]) }
    let machines = Set(stamps.map(\.machine) + records.map(\.machine))
    guard !wanted.isEmpty, !machines.isEmpty else {
      throw Failure(
        .usage, "Trong sổ không có máy “\(Grid.visible(machine))”.",
        "The registers know no machine “\(Grid.visible(machine))”.")
    }
    let titles = RegisterContent.titles
    try RegisterContent.print([
      (
        titles.stamps,
        content.stamps.filter { machines.contains($0.machine) }
          .map { RegisterWords.row($0, at: content.now) }
      ),
      (
        titles.records,
        content.records.filter { machines.contains($0.machine) }.map(RegisterWords.row)
      ),
      (titles.waivers, content.waivers.filter { machines.contains($0.machine) }.map(content.row)),
    ])
  }
}
