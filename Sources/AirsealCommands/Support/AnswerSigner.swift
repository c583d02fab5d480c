import Attestation
import Foundation
import Rules
import Scanning

/// Signs answers and appends them to an answer file.
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
          "Lưu ý: khoá thử nghiệm; câu trả lời không có giá trị với máy đang hoạt động.",
          "Note: a test key; the answer does not count for a running machine."))
    }
  }

  func append(_ answer: Answer) throws {
    let line = try AnswerLoader.sign(answer, with: signer)
    let manager = FileManager.default
    var text = ""
    if manager.fileExists(atPath: file) {
      guard let old = manager.contents(atPath: file) else {
        throw Failure(.cannotWork, "Không đọc được \(file).", "Cannot read \(file).")
      }
      text = String(decoding: old, as: UTF8.self)
      if !text.hasSuffix("\n") && !text.isEmpty { text += "\n" }
    }
    try Output.write(text + line + "\n", to: file)
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
    func given(_ option: String, _ value: String?) throws -> String {
      guard let value, value.contains(where: { !$0.isWhitespace }) else {
        throw Failure(.usage, "\(option) không được để trống.", "\(option) must not be empty.")
      }
      return value
    }
    self.inspector = try given("--inspector", inspector)
    self.unit = try given("--unit", unit)
    self.text = try given(textOption, text)
    self.days = days
  }

  func answer(check: String, reply: Answer.Reply, scope: [String], machine: String) -> Answer {
    let now = Int64(Date().timeIntervalSince1970)
    return Answer(
      check: check, reply: reply, scope: scope, statement: text, inspector: inspector, unit: unit,
      machine: machine, issued: now, expires: now + Int64(days) * 86_400)
  }
}
