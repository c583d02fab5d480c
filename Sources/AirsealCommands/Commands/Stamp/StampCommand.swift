import ArgumentParser

/// `airseal stamp`
struct StampCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stamp",
      abstract: say(
        "Tem an ninh: cấp, xác thực, xem, thu hồi.", "The security stamp: issue, verify, show, make void."),
      discussion: say(
        """
        Chỉ cấp tem cho máy ĐẠT, kể cả theo luật đang có hiệu lực. Mã thoát của verify: 0 còn giá trị; 2 tem thật nhưng
        hết hạn, đã thu hồi hoặc máy đã thay đổi; 3 chưa xác định được; 4 chữ ký hoặc dữ kiện không xác thực.
        Ví dụ:
          airseal stamp issue --facts facts.sqlite --key khoa --issuer 'Phòng PA03' --inspector 'Trần Thị B' \\
            --unit 'Phòng X' --answers answers.jws
          sudo airseal stamp verify
          airseal stamp verify tem.jws --facts facts.sqlite
          airseal stamp void AN-2026-000001 --reason machine-changed --by 'Trần Thị B' --key khoa
        """,
        """
        Only a machine that passes is stamped, also under the law in force. Exit codes of verify: 0 it holds; 2 authentic,
        but expired, void or no longer true; 3 cannot be determined; 4 a signature or facts do not verify.
        Examples:
          airseal stamp issue --facts facts.sqlite --key key --issuer 'Office PA03' --inspector 'Tran Thi B' \\
            --unit 'Office X' --answers answers.jws
          sudo airseal stamp verify
          airseal stamp verify stamp.jws --facts facts.sqlite
          airseal stamp void AN-2026-000001 --reason machine-changed --by 'Tran Thi B' --key key
        """),
      subcommands: [
        StampIssueCommand.self, StampVerifyCommand.self, StampShowCommand.self, StampVoidCommand.self,
        StampListCommand.self, StampPrintCommand.self,
      ], defaultSubcommand: StampVerifyCommand.self)
  }
}
