import ArgumentParser
import Collectors
import Facts
import Foundation
import Reports
import Rules
import Scanning

/// `airseal device list`
struct DeviceListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say("Liệt kê thiết bị đã đăng ký.", "List the registered devices."))
  }

  @OptionGroup var options: RegisterOptions

  func run() throws {
    let devices = try options.load().devices(takesTestKeys: true)
    if devices.isEmpty {
      let path = try options.path()
      return try Output.print(
        say("Chưa có thiết bị nào được đăng ký trong \(path).", "No device is registered in \(path)."))
    }
    let labels = try Installation(rules: options.common.rules).pack().labels
    let now = Int64(Date().timeIntervalSince1970)
    for device in devices {
      let standing = RegisterState.standing(device, at: now)
      func label(_ group: String, _ code: String) -> String {
        labels.text("\(group).\(code)")[options.common.lang]
      }
      let parts = [
        "\(device.vendorId):\(device.productId)", device.serial, device.name ?? "", device.owner, device.unit,
        label("purpose", device.purpose.rawValue), label("origin", device.origin.rawValue),
        label("standing", standing.rawValue),
      ]
      try Output.print(parts.filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }
}
