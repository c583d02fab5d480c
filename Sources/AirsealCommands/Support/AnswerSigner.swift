import Attestation
import Foundation
import Rules
import Scanning

/// Signs answers and waivers, and appends them to a file.
struct AnswerSigner {
  private let signer: any Signer
  private let file: String

  /// Says so where the signer is a test key.
  init(_ signer: any Signer, file: String) {
    self.signer = signer
    self.file = file
    if signer.publicKey.isTest {
      Output.note(
        say(
          "Lưu ý: khoá thử nghiệm; văn bản này không có giá trị với máy đang hoạt động.",
          "Note: a test key; what it signs does not count for a running machine."))
    }
  }

  func append(_ answer: Answer) throws {
    try Output.append(try AnswerLoader.sign(answer, with: signer), to: file)
  }

  /// Returns the signed line.
  func append(_ waiver: Waiver) throws -> String {
    let line = try WaiverLoader.sign(waiver, with: signer)
    try Output.append(line, to: file)
    return line
  }
}

/// Who answers, why, and for how long.
struct AnswerStatement {
  private let inspector: String
  private let unit: String
  private let text: String
  private let days: Int

  /// Throws a usage failure for what is missing or empty.
  init(inspector: String?, unit: String?, text: String?, textOption: String, days: Int) throws {
    guard days > 0, days <= 3650 else {
      throw Failure(.usage, "--days nhận từ 1 đến 3650.", "--days takes 1 to 3650.")
    }
    self.inspector = try Self.given("--inspector", inspector)
    self.unit = try Self.given("--unit", unit)
    self.text = try Self.given(textOption, text)
    self.days = days
  }

  /// A value with something in it; throws a usage failure for any other.
  static func given(_ option: String, _ value: String?) throws -> String {
    guard let value, value.contains(where: { !$0.isWhitespace }) else {
      throw Failure(.usage, "\(option) không được để trống.", "\(option) must not be empty.")
    }
    return value
  }

  func answer(check: String, reply: Answer.Reply, scope: [String], machine: String) -> Answer {
    let now = Int64(Date().timeIntervalSince1970)
    return Answer(
      check: check, reply: reply, scope: scope, statement: text, inspector: inspector, unit: unit,
      machine: machine, issued: now, expires: now + Int64(days) * 86_400)
  }
}
