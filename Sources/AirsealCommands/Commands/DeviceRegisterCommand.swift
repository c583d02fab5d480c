import ArgumentParser
import Attestation
import Collectors
import Facts
import Foundation
import Scanning

/// `airseal device register`
struct DeviceRegisterCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "register",
      abstract: say("Đăng ký một thiết bị và ký số.", "Register a device and sign it."))
  }

  @OptionGroup var device: DeviceName
  @Option(help: ArgumentHelp(say("Tên gọi của thiết bị.", "Name of the device."), valueName: "name"))
  var name: String?
  @Option(help: ArgumentHelp(say("Người quản lý.", "Person who keeps it."), valueName: "name"))
  var owner: String
  @Option(help: ArgumentHelp(say("Đơn vị.", "Unit."), valueName: "name"))
  var unit: String
  @Option(
    help: ArgumentHelp(
      say("Mục đích: secret, open, inspection.", "Purpose: secret, open, inspection."), valueName: "purpose"))
  var purpose: DevicePurpose
  @Option(
    help: ArgumentHelp(
      say(
        "Nguồn gốc: purchased, issued, gift_domestic, gift_foreign.",
        "Origin: purchased, issued, gift_domestic, gift_foreign."), valueName: "origin"))
  var origin: DeviceOrigin
  @Option(help: ArgumentHelp(say("Người đã kiểm tra an ninh.", "Who inspected it."), valueName: "name"))
  var inspectedBy: String?
  @Option(
    help: ArgumentHelp(
      say(
        "Ngày kiểm tra (YYYY-MM-DD); mặc định hôm nay.",
        "Day of the inspection (YYYY-MM-DD); today if left out."),
      valueName: "date"))
  var inspectedOn: String?
  @Option(help: ArgumentHelp(say("Số ngày hiệu lực.", "Days that it is valid."), valueName: "days"))
  var days = 365
  @OptionGroup var signing: SigningOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    let (vendor, product) = try device.ids()
    guard purpose != .none else {
      throw Failure(
        .usage, "--purpose nhận secret, open hoặc inspection.", "--purpose takes secret, open or inspection.")
    }
    guard (1...3650).contains(days) else {
      throw Failure(.usage, "--days nhận từ 1 đến 3650.", "--days takes 1 to 3650.")
    }
    for (option, text) in [("--owner", owner), ("--unit", unit), ("--serial", device.serial)]
    where text.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty {
      throw Failure(.usage, "\(option) không được để trống.", "\(option) must not be empty.")
    }
    guard UsbIdentity.isOwn(device.serial) else {
      throw Failure(
        .usage,
        "Số sê-ri “\(device.serial)” là số chung của nhiều thiết bị, không xác định được thiết bị nào; không đăng ký được.",
        "The serial “\(device.serial)” is shared by many devices and names none of them; it cannot be registered."
      )
    }
    let signer = try signing.signer()
    let now = Int64(Date().timeIntervalSince1970)
    let registration = DeviceRegistration(
      vendor: vendor, product: product, serial: device.serial, name: name, owner: owner, unit: unit,
      purpose: purpose, origin: origin, inspectedBy: inspectedBy, inspected: try inspected(now), issued: now,
      expires: now + Int64(days) * 86_400)
    try options.append(DeviceRegister.sign(registration, with: signer))
    try Output.print(
      say(
        "Đã đăng ký \(registration.subject) vào \(try options.path()).",
        "Registered \(registration.subject) in \(try options.path())."))
    if inspectedBy == nil {
      Output.note(
        say(
          "Lưu ý: chưa ghi người kiểm tra; thiết bị vẫn bị coi là chưa được kiểm tra an ninh.",
          "Note: nobody is named who inspected it; it still counts as not inspected."))
    }
    if signer.publicKey.isTest {
      Output.note(
        say(
          "Lưu ý: khoá thử nghiệm; đăng ký không có giá trị với máy đang hoạt động.",
          "Note: a test key; the registration does not count for a running machine."))
    }
  }

  private func inspected(_ now: Int64) throws -> Int64? {
    guard let inspectedOn else { return inspectedBy == nil ? nil : now }
    guard inspectedBy != nil else {
      throw Failure(.usage, "--inspected-on cần --inspected-by.", "--inspected-on needs --inspected-by.")
    }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyy-MM-dd"
    formatter.isLenient = false
    guard let date = formatter.date(from: inspectedOn), Int64(date.timeIntervalSince1970) <= now else {
      throw Failure(
        .usage, "--inspected-on nhận ngày đã qua dạng YYYY-MM-DD.",
        "--inspected-on takes a past day in the form YYYY-MM-DD.")
    }
    return Int64(date.timeIntervalSince1970)
  }
}

extension DevicePurpose: ExpressibleByArgument {}
extension DeviceOrigin: ExpressibleByArgument {}
