import ArgumentParser
import Attestation
import Foundation
import Stamping

/// `airseal register import`
struct RegisterImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say(
        "Nhập một sổ đã ký của nơi khác: tem, biên bản hoặc miễn trừ.",
        "Take in a signed register from elsewhere: stamps, records or waivers."),
      discussion: say(
        "Chỉ nhập khi FILE.jws do khoá được tin cậy ký và khớp với FILE; nhập tất cả hoặc không nhập gì.",
        "Takes in all or nothing, and only if a trusted key signed FILE.jws and it matches FILE."))
  }

  @Argument(help: ArgumentHelp(say("Tệp CSV.", "CSV file."), valueName: "file"))
  var file: String
  @Option(
    help: ArgumentHelp(
      say("Thư mục khoá công khai được tin cậy.", "Folder of trusted public keys."), valueName: "dir"))
  var trust: String?
  @OptionGroup var registers: RegisterFolderOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let installation = try Installation(rules: common.rules)
    let store = try installation.trustStore(trust)
    guard let table = FileManager.default.contents(atPath: file) else {
      throw Failure(.usage, "Không đọc được \(file).", "Cannot read \(file).")
    }
    guard FileManager.default.fileExists(atPath: file + ".jws") else {
      throw Failure(
        .doesNotVerify, "Không có \(file).jws: sổ chưa ký thì không nhập.",
        "There is no \(file).jws: an unsigned register is not taken in.")
    }
    let lines = try AnswerFile.read(file + ".jws")
    guard lines.count == 1 else { throw SignatureError.notCompact }
    let contents = try RegisterExport.content(table, file: file, signature: lines[0].jws, trust: store)
    let count = try Registers(writing: registers.folder(installation)).take(contents)
    try Output.print(say("Đã nhập \(count) mục mới.", "Took in \(count) new entries."))
  }
}
