import ArgumentParser

/// `airseal register`
struct RegisterCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "register",
      abstract: say(
        "Các sổ theo dõi: tem, biên bản, miễn trừ, phương tiện đã đăng ký.",
        "The registers: stamps, inspection records, waivers, registered media."),
      discussion: say(
        """
        Ví dụ:
          airseal register list                    # mọi sổ
          airseal register overdue                 # tem, phương tiện, miễn trừ quá hạn
          airseal register voided                  # tem bị thu hồi và lý do, số tem bị thiếu
          airseal register history WS-MAU-0001     # mọi lần kiểm tra một máy
          airseal register export so-tem.csv --key khoa
          airseal register export bien-ban.csv --register records
        """,
        """
        Examples:
          airseal register list                    # all registers
          airseal register overdue                 # stamps, media and waivers past their end
          airseal register voided                  # stamps that were made void and why, missing serials
          airseal register history WS-MAU-0001     # every inspection of one machine
          airseal register export stamps.csv --key key
          airseal register export records.csv --register records
        """),
      subcommands: [
        RegisterListCommand.self, RegisterOverdueCommand.self, RegisterVoidedCommand.self,
        RegisterHistoryCommand.self, RegisterExportCommand.self, RegisterImportCommand.self,
      ], defaultSubcommand: RegisterListCommand.self)
  }
}
