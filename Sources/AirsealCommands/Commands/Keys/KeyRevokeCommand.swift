import ArgumentParser
import Attestation
import Foundation

/// `airseal key revoke`
struct KeyRevokeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "revoke",
      abstract: say(
        "Thu hồi một khoá: mọi chữ ký của khoá đó hết giá trị.",
        "Revoke a key: none of its signatures counts any more."),
      discussion: say(
        """
        Một dòng có chữ ký được thêm vào revocations.jws của thư mục khoá được tin cậy. Chép tệp này sang thư mục khoá
        được tin cậy của các máy khác để thu hồi có hiệu lực ở đó.
        """,
        """
        A signed line is added to revocations.jws in the folder of trusted keys. Copy that file to the folders of
        trusted keys on other machines to make it count there.
        """))
  }

  @Argument(help: ArgumentHelp(say("Mã khoá.", "Identifier of the key."), valueName: "kid"))
  var kid: String
  @Option(
    help: ArgumentHelp(
      say(
        "Lý do: key-compromise (bị lộ), superseded (đã thay), cessation-of-operation (ngừng dùng).",
        "Reason: key-compromise, superseded, cessation-of-operation."), valueName: "reason"))
  var reason: RevocationReason
  @OptionGroup var signing: SigningOptions
  @OptionGroup var options: TrustOptions

  func run() throws {
    let folder = try options.folder()
    let store = try TrustStore(folder: folder)
    guard let key = store.key(kid) else {
      throw Failure(
        .usage, "Không có khoá \(Grid.visible(kid)) trong \(folder).",
        "There is no key \(Grid.visible(kid)) in \(folder).")
    }
    let signer = try signing.signer()
    guard store.key(signer.publicKey.kid) != nil else {
      throw SignatureError.unknownKey(signer.publicKey.kid)
    }
    guard !signer.publicKey.isTest || key.isTest else {
      throw Failure(
        .usage, "Khoá thử nghiệm chỉ thu hồi được khoá thử nghiệm.", "A test key can revoke test keys only.")
    }
    let revocation = Revocation(
      kid: kid, reason: reason.meaning, revoked: Int64(Date().timeIntervalSince1970))
    let path = folder + "/" + RevocationList.fileName
    try Output.append(try revocation.sign(with: signer), to: path)
    try Output.makeReadable(path)
    try Output.print(
      say("Đã thu hồi khoá \(kid) (\(key.name)).", "Revoked the key \(kid) (\(key.name))."))
  }
}

/// Why a key counts no more, as users spell it.
enum RevocationReason: String, ExpressibleByArgument, CaseIterable {
  case keyCompromise = "key-compromise"
  case superseded
  case cessationOfOperation = "cessation-of-operation"

  var meaning: Revocation.Reason {
    switch self {
    case .keyCompromise: .keyCompromise
    case .superseded: .superseded
    case .cessationOfOperation: .cessationOfOperation
    }
  }
}
