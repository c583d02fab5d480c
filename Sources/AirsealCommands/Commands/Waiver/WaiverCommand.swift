import ArgumentParser

/// `airseal waiver`
struct WaiverCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "waiver",
      abstract: say(
        "Miễn trừ có chữ ký: cấp có thẩm quyền cho phép một phát hiện cụ thể, có căn cứ, có thời hạn.",
        "Signed waivers: a competent person lets a named finding pass, on a legal basis, until a day."),
      discussion: say(
        """
        Miễn trừ cơ yếu (--kind cipher) chỉ gồm việc lưu giữ, không gồm việc soạn thảo. Miễn trừ hết hạn, không ký hoặc
        ngoài phạm vi không làm thay đổi kết luận; báo cáo luôn liệt kê mọi miễn trừ được đưa vào.
        Ví dụ:
          airseal waiver new phone_history --facts facts.sqlite --scope '18d1:4ee1:A1B2' --basis 'Công văn 12/CV' \\
            --approver 'Nguyễn Văn A' --unit 'Phòng X' --key khoa --file waivers.jws
          airseal scan --waivers waivers.jws
        """,
        """
        A cipher waiver (--kind cipher) covers keeping, never drafting. One that is expired, unsigned or out of scope
        changes nothing; reports list all that were offered.
        Example:
          airseal waiver new phone_history --facts facts.sqlite --scope '18d1:4ee1:A1B2' --basis 'Letter 12/CV' \\
            --approver 'Nguyen Van A' --unit 'Office X' --key key --file waivers.jws
          airseal scan --waivers waivers.jws
        """),
      subcommands: [WaiverNewCommand.self, WaiverListCommand.self, WaiverCheckCommand.self],
      defaultSubcommand: WaiverListCommand.self)
  }
}
