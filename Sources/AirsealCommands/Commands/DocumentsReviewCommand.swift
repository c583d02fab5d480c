import ArgumentParser
import Attestation
import Facts
import Foundation
import Rules
import Scanning

/// `airseal documents review`
struct DocumentsReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review",
      abstract: say(
        "Liệt kê dấu chỉ độ mật tìm thấy; ghi nhận có chữ ký rằng một dấu không phải dấu mật.",
        "List the markings found; accept one as no marking, with a signature."),
      discussion: say(
        """
        Ghi nhận gắn với đường dẫn và mã băm của tệp: tệp thay đổi thì ghi nhận hết hiệu lực.
        Ví dụ:
          airseal documents review --facts facts.sqlite
          airseal documents review --facts facts.sqlite --accept /home/an/mau.docx --key khoa \\
            --inspector 'Trần Thị B' --unit 'Phòng X' --reason 'Biểu mẫu tập huấn, không phải tài liệu mật'
        """,
        """
        It holds for the path and the digest of the file: a changed file needs a new look.
        Example:
          airseal documents review --facts facts.sqlite
          airseal documents review --facts facts.sqlite --accept /home/an/form.docx --key key \\
            --inspector 'Tran Thi B' --unit 'Office X' --reason 'A form for training, no secret'
        """))
  }

  @Option(help: ArgumentHelp(say("Tệp dữ kiện của máy.", "Facts of the machine."), valueName: "facts.sqlite"))
  var facts: String

  @Option(
    help: ArgumentHelp(
      say(
        "Tệp có dấu không phải dấu mật; dùng được nhiều lần.", "File whose marking is none; may be repeated."),
      valueName: "path"))
  var accept: [String] = []

  @OptionGroup var signing: SigningOptions

  @Option(help: ArgumentHelp(say("Người kiểm tra.", "Inspector."), valueName: "name"))
  var inspector: String?

  @Option(help: ArgumentHelp(say("Đơn vị.", "Unit."), valueName: "name"))
  var unit: String?

  @Option(help: ArgumentHelp(say("Lý do.", "Reason."), valueName: "text"))
  var reason: String?

  @Option(help: ArgumentHelp(say("Số ngày có hiệu lực.", "Days of validity."), valueName: "days"))
  var days = 365

  @Option(
    help: ArgumentHelp(say("Tệp câu trả lời, được nối thêm.", "Answer file, appended to."), valueName: "file")
  )
  var file = "answers.jws"

  @OptionGroup var common: CommonOptions

  func run() throws {
    let sealed = try SealedFacts(path: facts)
    let markings = try sealed.fetch(Marking.self)
    guard !accept.isEmpty else { return try list(markings) }
    let scope = try subjects(markings)
    let statement = try AnswerStatement(
      inspector: inspector, unit: unit, text: reason, textOption: "--reason", days: days)
    let signer = AnswerSigner(try signing.signer(), file: file)
    try signer.append(
      statement.answer(
        check: ReviewedMarkings.check, reply: .pass, scope: scope,
        machine: MachineDigest.of(
          try sealed.fetch(MachineIdentity.self), medium: try sealed.fetch(Medium.self).first)))
    try Output.print(
      say(
        "Đã ký ghi nhận cho \(scope.count) tệp và ghi vào \(file); dùng với --answers.",
        "Signed the review of \(scope.count) files and wrote it to \(file); use it with --answers."))
  }

  private func list(_ markings: [Marking]) throws {
    guard !markings.isEmpty else {
      return try Output.print(say("Không tìm thấy dấu chỉ độ mật nào.", "No marking was found."))
    }
    let labels = try Installation(rules: common.rules).pack().labels
    func label(_ code: String) -> String { labels.text(code)[Speech.language] }
    let rows = markings.map { marking in
      [
        Grid.visible(marking.path), label("level.\(marking.level.rawValue)"),
        label("confidence.\(marking.confidence.rawValue)"), marking.rule,
        label("part.\(marking.part.rawValue)"),
        [
          marking.page.map { say("trang \($0)", "page \($0)") },
          marking.line.map { say("dòng \($0)", "line \($0)") },
        ]
        .compactMap(\.self).joined(separator: " "), String(marking.sha256.prefix(8)),
      ]
    }
    try Output.print(Grid.columns(rows))
  }

  private func subjects(_ markings: [Marking]) throws -> [String] {
    try accept.flatMap { path in
      let found = Set(
        markings.filter { $0.path == path }.map { ReviewedMarkings.subject(path: $0.path, sha256: $0.sha256) }
      )
      guard !found.isEmpty else {
        throw Failure(
          .usage, "Dữ kiện không có dấu chỉ độ mật tại “\(Grid.visible(path))”.",
          "The facts hold no marking at “\(Grid.visible(path))”.")
      }
      return found.sorted()
    }
  }
}
