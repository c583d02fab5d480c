import ArgumentParser
import Attestation
import Facts
import Foundation
import Rules
import Scanning
import Stamping

/// `airseal waiver new`
struct WaiverNewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "new", abstract: say("Ký một miễn trừ.", "Sign a waiver."))
  }

  @Argument(help: ArgumentHelp(say("Tên phép kiểm tra.", "Identifier of the check."), valueName: "check"))
  var check: String
  @Option(
    help: ArgumentHelp(
      say(
        "authority: cấp có thẩm quyền cho phép; cipher: theo pháp luật về cơ yếu, chỉ việc lưu giữ.",
        "authority: a competent authority allows it; cipher: by the law on ciphers, for keeping only.")))
  var kind: Waiver.Kind = .authority
  @Option(help: ArgumentHelp(say("Tệp dữ kiện của máy.", "Facts of the machine."), valueName: "facts.sqlite"))
  var facts: String
  @OptionGroup var signing: SigningOptions
  @Option(
    help: ArgumentHelp(
      say(
        "Đối tượng được miễn trừ (số sê-ri, đường dẫn, kết nối), đúng như báo cáo nêu; dùng được nhiều lần.",
        "What is waived (serial, path, connection), as the report names it; may be repeated."),
      valueName: "subject"))
  var scope: [String] = []
  @Option(help: ArgumentHelp(say("Căn cứ pháp lý.", "Legal basis."), valueName: "text"))
  var basis: String
  @Option(help: ArgumentHelp(say("Người phê duyệt.", "Who approves."), valueName: "name"))
  var approver: String
  @Option(help: ArgumentHelp(say("Đơn vị.", "Unit."), valueName: "name"))
  var unit: String
  @Option(help: ArgumentHelp(say("Số ngày có hiệu lực.", "Days of validity."), valueName: "days"))
  var days = 365
  @Option(
    help: ArgumentHelp(say("Tệp miễn trừ, được nối thêm.", "Waiver file, appended to."), valueName: "file"))
  var file = "waivers.jws"
  @OptionGroup var registers: RegisterFolderOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let installation = try Installation(rules: common.rules)
    let pack = try installation.pack()
    guard let asked = pack.check(check) else {
      throw Failure(
        .usage, "Không có phép kiểm tra “\(check)”; xem airseal rules list.",
        "There is no check “\(check)”; see airseal rules list.")
    }
    guard (1...3650).contains(days) else {
      throw Failure(.usage, "--days nhận từ 1 đến 3650.", "--days takes 1 to 3650.")
    }
    let sealed = try SealedFacts(path: facts)
    var subjects = AnswerSubjects(check: asked, pack: pack, facts: sealed)
    if asked.waivers.contains(kind) {
      subjects.effects = [.required, .blocksPass]
    } else if kind == .cipher {
      throw Failure(
        .usage, "Miễn trừ cơ yếu không áp dụng cho “\(check)”.", "No cipher waiver goes with “\(check)”.")
    }
    guard case .query = asked.method else {
      throw Failure(
        .usage, "“\(check)” do người kiểm tra trả lời (airseal answer), không miễn trừ.",
        "A person answers “\(check)” (airseal answer); it is not waived.")
    }
    try subjects.require(scope)
    let now = Int64(Date().timeIntervalSince1970)
    let waiver = Waiver(
      check: check, kind: kind, scope: scope, basis: try AnswerStatement.given("--basis", basis),
      approver: try AnswerStatement.given("--approver", approver),
      unit: try AnswerStatement.given("--unit", unit),
      machine: MachineDigest.of(
        try sealed.fetch(MachineIdentity.self), medium: try sealed.fetch(Medium.self).first),
      issued: now, expires: now + Int64(days) * 86_400)
    let signer = try signing.signer()
    let line = try AnswerSigner(signer, file: file).append(waiver)
    try Registers(writing: registers.folder(installation)).add(
      WaiverEntry(
        digest: IdentityParts.digest(line), check: check, scope: scope.joined(separator: "\n"),
        basis: basis, approver: approver, unit: unit, machine: waiver.machine, issued: waiver.issued,
        expires: waiver.expires, key: signer.publicKey.kid))
    try Output.print(
      say("Đã ký miễn trừ \(check) vào \(file).", "Signed the waiver of \(check) into \(file)."))
  }
}

extension Waiver.Kind: ExpressibleByArgument {}
