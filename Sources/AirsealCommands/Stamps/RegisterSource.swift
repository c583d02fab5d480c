import ArgumentParser
import Attestation
import Collectors
import Facts
import Foundation
import Scanning
import Stamping

/// The registers that questions are asked of.
struct RegisterSource: ParsableArguments {
  @OptionGroup var registers: RegisterFolderOption
  @Option(
    help: ArgumentHelp(
      say("Tệp danh sách phương tiện đã đăng ký.", "File of the register of devices."), valueName: "file"))
  var devices: String?
  @Option(
    help: ArgumentHelp(
      say("Thư mục khoá công khai được tin cậy.", "Folder of trusted public keys."), valueName: "dir"))
  var trust: String?
  @OptionGroup var common: CommonOptions

  /// Every register as it stands now; those that are not there yet are empty.
  func read() throws -> RegisterContent {
    let installation = try Installation(rules: common.rules)
    let registers = try Registers(reading: registers.folder(installation))
    let path = devices ?? installation.deviceRegister
    var media: [RegisteredDevice] = []
    if devices != nil || FileManager.default.fileExists(atPath: path) {
      let store = try installation.trustStore(trust)
      media = try DeviceRegister(path, trust: store).devices(takesTestKeys: true)
    }
    return RegisterContent(
      stamps: try registers?.stamps() ?? [], records: try registers?.records() ?? [],
      waivers: try registers?.waivers() ?? [], media: media, gaps: try registers?.gaps() ?? [],
      strays: try registers?.strays() ?? [],
      now: Int64(Date().timeIntervalSince1970))
  }
}

/// What the registers hold, in sections of lines.
struct RegisterContent {
  let stamps: [StampEntry]
  let records: [RecordEntry]
  let waivers: [WaiverEntry]
  let media: [RegisteredDevice]
  let gaps: [String]
  /// Files that have no entry.
  let strays: [String]
  let now: Int64

  func row(_ waiver: WaiverEntry) -> [String] {
    [
      waiver.check, Grid.visible(waiver.scope.replacing("\n", with: ", ")), Grid.visible(waiver.basis),
      Grid.visible(waiver.approver), say("đến ", "to ") + RegisterWords.day(waiver.expires),
    ]
  }

  func row(_ device: RegisteredDevice) -> [String] {
    [
      "\(device.vendorId):\(device.productId)", Grid.visible(device.serial), Grid.visible(device.owner),
      Grid.visible(device.unit), say("đến ", "to ") + RegisterWords.day(device.validUntil),
    ]
  }

  static func print(_ sections: [(title: String, rows: [[String]])]) throws {
    let filled = sections.filter { !$0.rows.isEmpty }
    if filled.isEmpty { return try Output.print(say("Không có gì.", "Nothing.")) }
    try Output.print(
      filled.map { "\($0.title) (\($0.rows.count))\n" + Grid.columns($0.rows.map { ["  "] + $0 }) }
        .joined(separator: "\n\n"))
  }

  static var titles: (stamps: String, records: String, waivers: String, media: String) {
    (
      say("SỔ THEO DÕI TEM", "STAMPS"), say("BIÊN BẢN KIỂM TRA", "INSPECTION RECORDS"),
      say("MIỄN TRỪ", "WAIVERS"), say("PHƯƠNG TIỆN ĐÃ ĐĂNG KÝ", "REGISTERED MEDIA")
    )
  }
}
