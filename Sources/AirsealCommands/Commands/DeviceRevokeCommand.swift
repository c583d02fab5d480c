import ArgumentParser
import Attestation
import Foundation
import Scanning

/// `airseal device revoke`
struct DeviceRevokeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "revoke",
      abstract: say("Thu hồi đăng ký của một thiết bị.", "Revoke the registration of a device."),
      discussion: say(
        "Dòng đăng ký cũ vẫn được giữ; một dòng thu hồi có chữ ký được thêm vào.",
        "The old line stays; a signed line that revokes it is added."))
  }

  @OptionGroup var device: DeviceName
  @Option(help: ArgumentHelp(say("Lý do.", "Reason."), valueName: "text"))
  var reason: String
  @OptionGroup var signing: SigningOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    let (vendor, product) = try device.ids()
    let devices = try options.load().devices(takesTestKeys: true)
    guard
      devices.contains(where: {
        $0.vendorId == vendor && $0.productId == product && $0.serial == device.serial && $0.revokedAt == nil
      })
    else {
      throw Failure(
        .usage, "Không có đăng ký nào đang hiệu lực của \(vendor):\(product) \(device.serial).",
        "There is no registration of \(vendor):\(product) \(device.serial) to revoke.")
    }
    let revocation = DeviceRevocation(
      vendor: vendor, product: product, serial: device.serial, reason: reason,
      issued: Int64(Date().timeIntervalSince1970))
    try options.append(DeviceRegister.sign(revocation, with: signing.signer()))
    try Output.print(
      say(
        "Đã thu hồi đăng ký của \(revocation.subject).", "Revoked the registration of \(revocation.subject).")
    )
  }
}
