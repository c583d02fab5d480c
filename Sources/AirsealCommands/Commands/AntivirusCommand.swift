import ArgumentParser
import Attestation
import Collectors
import Facts
import Foundation
import Rules
import Scanning

/// `airseal antivirus`
struct AntivirusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "antivirus",
      abstract: say("Hồ sơ phần mềm diệt virus.", "Records of antivirus software."),
      subcommands: [Record.self])
  }

  struct Record: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "record",
        abstract: say(
          "Ký hồ sơ về phần mềm diệt virus mà airseal không hỏi được (Bkav, Viettel, CMC…).",
          "Sign a record of an antivirus product that airseal cannot ask (Bkav, Viettel, CMC…)."),
        discussion: say(
          """
          Hồ sơ gắn với máy trong tệp dữ kiện, có thời hạn, và được dùng bằng airseal scan --antivirus-record.
          Tên sản phẩm ghi đúng như báo cáo nêu. Mẫu nhận diện phải mới trong thời hạn của loại máy áp dụng.
          """,
          """
          The record is bound to the machine of the facts file, has an end, and is used by
          airseal scan --antivirus-record. Name the product as the report does.
          """))
    }

    @Option(
      help: ArgumentHelp(say("Tên sản phẩm, đúng như báo cáo nêu.", "Product, as the report names it.")))
    var product: String

    @Option(name: .customLong("product-version"), help: ArgumentHelp(say("Phiên bản.", "Version.")))
    var productVersion: String?

    @Option(
      help: ArgumentHelp(say("Ngày hết hạn bản quyền.", "Last day of the licence."), valueName: "yyyy-mm-dd"))
    var licenceEnd: String

    @Option(help: ArgumentHelp(say("Bên được cấp bản quyền.", "Holder of the licence."), valueName: "name"))
    var holder: String?

    @Option(
      help: ArgumentHelp(say("Ngày của mẫu nhận diện.", "Day of the signatures."), valueName: "yyyy-mm-dd"))
    var signaturesAt: String

    @Option(
      help: ArgumentHelp(
        say(
          "Mẫu nhận diện mới lấy từ đâu: local (tệp, USB đã kiểm tra), server (máy chủ nội bộ), internet.",
          "Where new signatures come from: local (checked files or media), server (of the unit), internet."),
        valueName: "source"))
    var updates: UpdateSource?

    @Flag(
      inversion: .prefixedEnableDisable, exclusivity: .exclusive,
      help: ArgumentHelp(say("Bảo vệ thời gian thực đang bật hay tắt.", "Whether it watches files in use.")))
    var guarding: Bool

    @Option(
      help: ArgumentHelp(say("Tệp dữ kiện của máy.", "Facts of the machine."), valueName: "facts.sqlite"))
    var facts: String

    @OptionGroup var signing: SigningOptions

    @OptionGroup var vouching: StatementOptions

    @Option(help: ArgumentHelp(say("Số ngày có hiệu lực.", "Days of validity."), valueName: "days"))
    var days = 90

    @Option(
      help: ArgumentHelp(say("Tệp hồ sơ, được nối thêm.", "Record file, appended to."), valueName: "file"))
    var file = "antivirus.jws"

    func run() throws {
      guard (1...365).contains(days) else {
        throw Failure(.usage, "--days nhận từ 1 đến 365.", "--days takes 1 to 365.")
      }
      for (name, text) in [("--product", product)] + vouching.named {
        _ = try AnswerStatement.given(name, text)
      }
      let signer = try signing.signer()
      let now = Int64(Date().timeIntervalSince1970)
      let record = AntivirusRecord(
        product: product, version: productVersion, licenceEnd: try day(licenceEnd) + 86_399,
        licenceHolder: holder, signaturesAt: try day(signaturesAt),
        updateSource: updates, enabled: guarding, statement: vouching.statement,
        inspector: vouching.inspector, unit: vouching.unit,
        machine: MachineDigest.of(try SealedFacts(path: facts).fetch(MachineIdentity.self)), issued: now,
        expires: now + Int64(days) * 86_400)
      try Output.append(try AntivirusRecordLoader.sign(record, with: signer), to: file)
      try Output.print(
        say("Đã ký hồ sơ của \(product) và ghi vào \(file).", "Signed the record of \(product) into \(file).")
      )
    }

    /// Midnight in Viet Nam of a day.
    private func day(_ text: String) throws -> Int64 {
      guard let seconds = CivilDay.start(text, offset: 7 * 3600) else {
        throw Failure(
          .usage, "“\(text)” không phải ngày dạng 2027-06-30.", "“\(text)” is no day written as 2027-06-30.")
      }
      return seconds
    }
  }
}

extension UpdateSource: ExpressibleByArgument {}
