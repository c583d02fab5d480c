import ArgumentParser

/// `airseal device`
struct DeviceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "device",
      abstract: say(
        "Danh sách phương tiện đã đăng ký của đơn vị, có chữ ký số.",
        "The unit's register of devices, signed."),
      discussion: say(
        """
        Ví dụ:
          airseal device register --usb 0781:5567 --serial 4C530001230104117203 --owner 'Nguyễn Văn A' \\
            --unit 'Phòng Tổng hợp' --purpose secret --origin purchased --inspected-by 'Trần Thị B' --key khoa.jwk
          airseal device list
          airseal device revoke --usb 0781:5567 --serial 4C53… --reason 'Mất' --key khoa.jwk
        """,
        """
        Examples:
          airseal device register --usb 0781:5567 --serial 4C530001230104117203 --owner 'Nguyễn Văn A' \\
            --unit 'Phòng Tổng hợp' --purpose secret --origin purchased --inspected-by 'Trần Thị B' --key key.jwk
          airseal device list
          airseal device revoke --usb 0781:5567 --serial 4C53… --reason 'Lost' --key key.jwk
        """),
      subcommands: [
        DeviceRegisterCommand.self, DeviceListCommand.self, DeviceRevokeCommand.self,
        DeviceImportCommand.self,
        DeviceExportCommand.self,
      ], defaultSubcommand: DeviceListCommand.self)
  }
}
