import ArgumentParser
import Attestation
import Facts
import Foundation
import Rules
import Scanning

/// `airseal answer`
struct AnswerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "answer",
      abstract: say(
        "Ký câu trả lời cho một nội dung do người kiểm tra xem xét.",
        "Sign the answer to a question that a person settles."),
      discussion: say(
        """
        Câu trả lời gắn với máy trong tệp dữ kiện và được nối thêm vào --file.
        Ví dụ:
          airseal answer software_licence --facts facts.sqlite --key khoa --reply pass \\
            --inspector 'Trần Thị B' --unit 'Phòng X' --statement 'Đã đối chiếu hoá đơn' --file answers.jws
        """,
        """
        The answer is bound to the machine of the facts file and appended to --file.
        Example:
          airseal answer software_licence --facts facts.sqlite --key key --reply pass \\
            --inspector 'Tran Thi B' --unit 'Office X' --statement 'Invoices seen' --file answers.jws
        """))
  }

  @Argument(help: ArgumentHelp(say("Tên phép kiểm tra.", "Identifier of the check."), valueName: "check"))
  var check: String

  @Option(
    help: ArgumentHelp(say("pass: đạt yêu cầu; fail: không đạt.", "pass: it holds; fail: it does not.")))
  var reply: Answer.Reply

  @Option(help: ArgumentHelp(say("Tệp dữ kiện của máy.", "Facts of the machine."), valueName: "facts.sqlite"))
  var facts: String

  @OptionGroup var signing: SigningOptions

  @OptionGroup var vouching: StatementOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Đối tượng được trả lời, đúng như báo cáo nêu; dùng được nhiều lần.",
        "Subject that is answered for, as the report names it; may be repeated."),
      valueName: "subject"))
  var scope: [String] = []

  @Option(help: ArgumentHelp(say("Số ngày có hiệu lực.", "Days of validity."), valueName: "days"))
  var days = 365

  @Option(
    help: ArgumentHelp(say("Tệp câu trả lời, được nối thêm.", "Answer file, appended to."), valueName: "file")
  )
  var file = "answers.jws"

  @OptionGroup var common: CommonOptions

  func run() throws {
    let pack = try Installation(rules: common.rules).pack()
    guard let asked = pack.checks.first(where: { $0.id == check }) else {
      throw Failure(
        .usage, "Không có phép kiểm tra “\(check)”; xem airseal rules list.",
        "There is no check “\(check)”; see airseal rules list.")
    }
    let given = try AnswerStatement(
      inspector: vouching.inspector, unit: vouching.unit, text: vouching.statement, textOption: "--statement",
      days: days)
    let sealed = try SealedFacts(path: facts)
    try AnswerSubjects(check: asked, pack: pack, facts: sealed).require(scope)
    let signer = AnswerSigner(try signing.signer(), file: file)
    try signer.append(
      given.answer(
        check: check, reply: reply, scope: scope,
        machine: MachineDigest.of(
          try sealed.fetch(MachineIdentity.self), medium: try sealed.fetch(Medium.self).first)))
    try Output.print(
      say(
        "Đã ký câu trả lời cho \(check) và ghi vào \(file).",
        "Signed the answer for \(check) and wrote it to \(file)."))
  }
}

extension Answer.Reply: ExpressibleByArgument {}
