import ArgumentParser
import Attestation
import Foundation
import Scanning
import Stamping

/// `airseal stamp void`
struct StampVoidCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "void",
      abstract: say("Thu hồi tem trước hạn.", "Make a stamp void before its end."),
      discussion: say(
        "Ghi vào sổ và thêm một dòng có chữ ký vào revocations.jws; mang tệp đó đến các máy cần kiểm tra.",
        "Notes it in the register and adds a signed line to revocations.jws; take that file along."
      ))
  }

  @Argument(help: ArgumentHelp(say("Số tem.", "Serial."), valueName: "serial"))
  var serial: String
  @Option(
    help: ArgumentHelp(
      say(
        "Lý do: machineChanged (máy thay đổi), stampLost (tem mất, rách), issuedInError (cấp nhầm).",
        "Reason: machineChanged, stampLost, issuedInError."), valueName: "reason"))
  var reason: Revocation.Reason
  @Option(help: ArgumentHelp(say("Ghi chú vào sổ.", "Note for the register."), valueName: "text"))
  var note: String?
  @Option(help: ArgumentHelp(say("Người thu hồi.", "Who makes it void."), valueName: "name"))
  var by: String
  @OptionGroup var signing: SigningOptions
  @OptionGroup var registers: RegisterFolderOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard [.machineChanged, .stampLost, .issuedInError].contains(reason) else {
      throw Failure(
        .usage, "--reason nhận machineChanged, stampLost hoặc issuedInError.",
        "--reason takes machineChanged, stampLost or issuedInError.")
    }
    let person = try AnswerStatement.given("--by", by)
    let installation = try Installation(rules: common.rules)
    let folder = registers.folder(installation)
    _ = try registers.open(installation)
    let signer = try signing.signer()
    try Registers(writing: folder).void(
      serial, reason: reason, note: note, by: person, at: Int64(Date().timeIntervalSince1970), key: signer)
    try Output.print(
      say(
        "Đã thu hồi tem \(serial). Chép \(folder.revocations) vào thư mục khoá được tin cậy của các máy khác.",
        "The stamp \(serial) is void. Copy \(folder.revocations) into the folders of trusted keys elsewhere.")
    )
  }
}
