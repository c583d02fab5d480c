import ArgumentParser
import Attestation
import Foundation
import Journal

/// `airseal journal verify`
struct JournalVerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: say(
        "Xác minh chuỗi băm của nhật ký; mã thoát 4 nếu bị sửa, xoá hoặc cắt.",
        "Verify the journal's chain of hashes; exit code 4 if it was changed, or entries are gone."))
  }

  @OptionGroup var options: JournalOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Điểm cuối nhật ký ghi trong một báo cáo cũ, dạng SỐ:MÃ-BĂM; dùng được nhiều lần.",
        "End of the journal as an earlier report gives it, NUMBER:HASH; may be repeated."),
      valueName: "head"))
  var head: [String] = []

  func run() throws {
    let (path, reader) = try options.open()
    var heads = try head.map(Self.head)
    let key = try Installation(rules: options.common.rules).machineKey
    if FileManager.default.fileExists(atPath: HeadFile.path(of: path)), options.journal == nil {
      let trust = TrustStore(keys: [try KeyPair(file: key).publicKey])
      heads.append(try HeadFile.read(journal: path, trust: trust))
    }
    let end = try JournalVerification(heads: heads).verify(reader)
    try Output.print(
      say(
        "Nhật ký nguyên vẹn: \(end.sequence) mục, điểm cuối \(end.sequence):\(end.digest).",
        "The journal is whole: \(end.sequence) entries, head \(end.sequence):\(end.digest)."))
  }

  private static func head(_ text: String) throws -> JournalHead {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let sequence = Int64(parts[0]),
      let head = JournalHead(sequence: sequence, digest: String(parts[1]))
    else {
      throw Failure(
        .usage, "“\(text)” không có dạng SỐ:MÃ-BĂM.", "“\(text)” is not of the form NUMBER:HASH.")
    }
    return head
  }
}
