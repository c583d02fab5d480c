import ArgumentParser
import Attestation
import Facts
import Foundation
import Rules
import Scanning

/// `airseal device export`
struct DeviceExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: say(
        "Xuất danh sách có chữ ký, hoặc các thiết bị đã thấy trên một máy, để mang sang máy khác.",
        "Write the signed register, or the devices seen on a machine, for other machines."),
      discussion: say(
        """
        Với --facts: ký và xuất mọi USB, điện thoại có số sê-ri riêng mà dữ kiện của máy đó ghi nhận. Máy nhập tệp này
        (airseal device import) phát hiện được thiết bị dùng chung giữa máy mật và máy nối mạng.
        Ví dụ:
          airseal device export thay.jws --facts facts.sqlite --use open --key khoa
        """,
        """
        With --facts: signs and writes every USB device and phone with a serial of its own that the machine's facts hold.
        A machine that imports the file (airseal device import) finds devices shared by secret and connected machines.
        Example:
          airseal device export seen.jws --facts facts.sqlite --use open --key key
        """))
  }

  @Argument(help: ArgumentHelp(say("Tệp sẽ ghi.", "File to write."), valueName: "file"))
  var file: String
  @Option(
    help: ArgumentHelp(
      say("Dữ kiện đã niêm phong của một máy.", "Sealed facts of a machine."), valueName: "facts.sqlite"))
  var facts: String?
  @Option(
    help: ArgumentHelp(
      say(
        "Máy đó dùng để: secret (soạn thảo, lưu giữ bí mật), open (máy thường).",
        "What that machine is used for: secret, open."), valueName: "secret|open"))
  var use: MachineUse?
  @OptionGroup var signing: SigningOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    let lines = try facts.map(sightings) ?? register()
    try Output.write(lines.map { $0 + "\n" }.joined(), to: file)
    try Output.print(
      say("Đã xuất \(lines.count) dòng vào \(file).", "Wrote \(lines.count) lines to \(file)."))
  }

  private func register() throws -> [String] {
    guard use == nil, signing.key == nil else {
      throw Failure(.usage, "--use và --key chỉ dùng cùng --facts.", "--use and --key go with --facts only.")
    }
    return try options.load().lines
  }

  private func sightings(_ path: String) throws -> [String] {
    guard let use, signing.key != nil else {
      throw Failure(.usage, "--facts cần --use và --key.", "--facts needs --use and --key.")
    }
    let sealed = try SealedFacts(path: path)
    guard let scan = try sealed.fetch(Scan.self).first, scan.nature != .medium else {
      throw Failure(.usage, "\(path) không phải dữ kiện của máy.", "\(path) holds no facts of a machine.")
    }
    let signer = try signing.signer()
    return try DeviceSightingStatement.all(
      attached: sealed.fetch(UsbDevice.self), past: sealed.fetch(UsbDeviceHistory.self),
      at: scan.collectedAt, machine: MachineDigest.of(try sealed.fetch(MachineIdentity.self)), use: use,
      facts: sealed.digest, issued: Int64(Date().timeIntervalSince1970)
    ).map { try DeviceRegister.sign($0, with: signer) }
  }
}

extension MachineUse: ExpressibleByArgument {}
