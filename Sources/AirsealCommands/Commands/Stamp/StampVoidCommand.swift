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
        "Lý do: machine-changed (máy thay đổi), stamp-lost (tem mất, rách), issued-in-error (cấp nhầm).",
        "Reason: machine-changed, stamp-lost (lost or torn), issued-in-error."), valueName: "reason"))
  var reason: VoidReason
  @Option(help: ArgumentHelp(say("Ghi chú vào sổ.", "Note for the register."), valueName: "text"))
  var note: String?
  @Option(help: ArgumentHelp(say("Người thu hồi.", "Who makes it void."), valueName: "name"))
  var by: String
  @Option(
    help: ArgumentHelp(
      say(
        "Thêm ngay dòng thu hồi vào thư mục khoá được tin cậy này.",
        "Add the signed line to this folder of trusted keys at once."), valueName: "dir"))
  var trust: String?
  @OptionGroup var signing: SigningOptions
  @OptionGroup var registers: RegisterFolderOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let person = try AnswerStatement.given("--by", by)
    let installation = try Installation(rules: common.rules)
    let folder = registers.folder(installation)
    _ = try registers.open(installation)
    let signer = try signing.signer()
    try requireTrusted(signer)
    let line = try Registers(writing: folder).void(
      serial, reason: reason.meaning, note: note, by: person, at: Int64(Date().timeIntervalSince1970),
      key: signer)
    try Output.print(
      say(
        "Đã thu hồi tem \(serial) (\(reason.words[0])).", "The stamp \(serial) is void (\(reason.words[1])).")
    )
    guard let trust else {
      return try Output.print(
        say(
          "Ở máy khác, tem hết hiệu lực khi các dòng của \(folder.revocations) được thêm vào revocations.jws của thư mục khoá.",
          "Elsewhere it is void once the lines of \(folder.revocations) stand in revocations.jws of the folder of keys."
        ))
    }
    let path = trust + "/" + RevocationList.fileName
    try Output.append(line, to: path)
    try Output.makeReadable(path)
    try Output.print(say("Đã thêm dòng thu hồi vào \(path).", "Added the signed line to \(path)."))
  }

  /// A line of a key that the folder does not pin would end all trust in that folder.
  private func requireTrusted(_ signer: any Signer) throws {
    guard let trust else { return }
    let kid = signer.publicKey.kid
    guard try TrustStore(folder: trust).key(kid) != nil else { throw SignatureError.unknownKey(kid) }
  }
}

/// Why a stamp is made void, as users spell it.
enum VoidReason: String, ExpressibleByArgument, CaseIterable {
  case machineChanged = "machine-changed"
  case stampLost = "stamp-lost"
  case issuedInError = "issued-in-error"

  var meaning: Revocation.Reason {
    switch self {
    case .machineChanged: .machineChanged
    case .stampLost: .stampLost
    case .issuedInError: .issuedInError
    }
  }

  /// In Vietnamese and English.
  var words: [String] { meaning.words }
}
