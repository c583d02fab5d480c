import ArgumentParser
import Attestation
import CShims
import Facts
import Foundation
import Reports
import Rules
import Scanning
import Stamping

/// `airseal inspect`
struct InspectCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inspect",
      abstract: say(
        "Kiểm tra có hướng dẫn: từ câu hỏi đầu tiên đến biên bản và tem.",
        "Guided inspection: from the first question to record and stamp."),
      discussion: say(
        """
        Hỏi lần lượt trên terminal; nội dung nào đã đưa bằng tuỳ chọn thì không hỏi. Ctrl-C lúc nào cũng dừng được mà
        không cấp tem dở dang, không dùng số tem.
        Ví dụ:
          sudo airseal inspect --key khoa
        """,
        """
        Asks on the terminal what options did not give. Ctrl-C stops it at any prompt, without a half-issued stamp or a
        used number.
        Example:
          sudo airseal inspect --key key
        """))
  }

  @OptionGroup var terms: InspectionTerms
  @Option(help: ArgumentHelp(say("Số ngày tem có giá trị.", "Days of validity."), valueName: "days"))
  var days = 365
  @Option(
    help: ArgumentHelp(
      say("Ký hiệu niêm phong; dùng được nhiều lần.", "Seal; may be repeated."), valueName: "name"))
  var seal: [String] = []
  @Option(
    help: ArgumentHelp(say("Ký hiệu dãy số tem.", "Series of the serials."), valueName: "series"))
  var series = "AN"
  @Option(
    help: ArgumentHelp(
      say("Ký hiệu dãy số biên bản.", "Series of the numbers of records."), valueName: "series"))
  var recordSeries = Registers.recordSeries
  @Option(help: ArgumentHelp(say("Dùng một bản ghi máy mẫu.", "Use a recording."), valueName: "dir"))
  var recording: String?
  @Option(
    help: ArgumentHelp(
      say("Dùng dữ kiện của một lần quét đã làm, không quét lại.", "Use the facts of a scan that was made."),
      valueName: "facts.sqlite"))
  var facts: String?
  @Option(help: ArgumentHelp(say("Thư mục nhận kết quả.", "Folder of results."), valueName: "dir"))
  var output: String?
  @Option(
    help: ArgumentHelp(
      say("Tệp danh sách phương tiện đã đăng ký.", "File of the register of devices."), valueName: "file"))
  var devices: String?
  @OptionGroup var basis: VerdictBasis
  @OptionGroup var signing: SigningOptions
  @OptionGroup var registers: RegisterFolderOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard facts == nil || recording == nil else {
      throw Failure(
        .usage, "Chỉ dùng một trong --facts và --recording.", "Use only one of --facts and --recording.")
    }
    airseal_watch_interrupts()
    let installation = try Installation(rules: common.rules)
    let pack = try installation.pack()
    let questions = try InspectionQuestion.all(rules: installation.rules)
    let interview = Interview()
    var replies = try InspectionReplies(terms, questions, checks: pack.checks)
    var inspection = try who(interview)
    var basis = basis
    basis.profile = try purpose(interview, pack)
    let signer = signing.key == nil ? nil : try signing.signer()
    if let signer { try requireFitting(signer.publicKey) }
    try interview.heading(say("BƯỚC 3/6. QUÉT MÁY", "STEP 3 OF 6. SCAN"))
    let work = InspectionScan(
      installation: installation, pack: pack, basis: basis, recording: recording, devices: devices)
    let folder = output ?? installation.state + "/inspections/" + JudgeOptions.stamp()
    if facts == nil, recording == nil, getuid() != 0 {
      try Output.print(
        say(
          "Lưu ý: không có quyền root thì nhiều nội dung không đọc được; chạy lại bằng sudo để kết luận được.",
          "Note: without root much cannot be read; use sudo to come to a conclusion."))
    }
    let facts = try sealed(work, folder)
    try interview.heading(say("BƯỚC 4/6. CÂU HỎI TẠI CHỖ", "STEP 4 OF 6. QUESTIONS"))
    for question in questions {
      inspection.replies.append((question, try replies.reply(to: question, interview)))
    }
    var answers = try InspectionAnswers(
      signer, facts, inspection, given: basis.signedAnswers(installation))
    answers.add(inspection.replies)
    try interview.heading(say("BƯỚC 5/6. KẾT QUẢ", "STEP 5 OF 6. FINDINGS"))
    var outcome = try work.judge(facts, answers.all)
    inspection.settled = try InspectionFindings(outcome: outcome, language: common.lang)
      .show(interview, replies, canSign: signer != nil)
    for finding in inspection.settled { answers.add(finding) }
    if !inspection.settled.isEmpty { outcome = try work.judge(facts, answers.all) }
    try InspectionFindings(outcome: outcome, language: common.lang).conclude()
    try interview.heading(say("BƯỚC 6/6. BIÊN BẢN VÀ TEM", "STEP 6 OF 6. RECORD AND STAMP"))
    try conclude(interview, &inspection, outcome, facts, answers, signer, installation, folder)
  }

  /// The facts that were given, or those of a scan that is made now.
  private func sealed(_ work: InspectionScan, _ folder: String) throws -> SealedFacts {
    guard let facts else { return try work.collect(into: folder) }
    try Output.print(say("Dùng dữ kiện đã quét: ", "Facts of an earlier scan: ") + facts)
    try Output.makeFolder(folder)
    return try SealedFacts(path: facts)
  }

  /// A key of the wrong kind is refused before anybody answers a question.
  private func requireFitting(_ key: PublicKey) throws {
    let given = try facts.map { try SealedFacts(path: $0).fetch(Scan.self).first?.nature }
    let isLive = given.map { $0 == .live } ?? (recording == nil)
    if isLive, key.isTest { throw StampRefusal.testKey }
    if !isLive, !key.isTest { throw StampRefusal.needsTestKey }
  }

  private func who(_ interview: Interview) throws -> Inspection {
    try interview.heading(say("BƯỚC 1/6. NGƯỜI KIỂM TRA, ĐƠN VỊ", "STEP 1 OF 6. WHO INSPECTS"))
    return Inspection(
      issuer: try interview.text(
        say("Cơ quan kiểm tra, cấp tem", "Body that inspects"), given: terms.issuer, option: "--issuer"),
      inspector: try interview.text(
        say("Người kiểm tra", "Inspector"), given: terms.inspector, option: "--inspector"),
      unit: try interview.text(
        say("Đơn vị sử dụng máy", "Unit that uses the machine"), given: terms.unit, option: "--unit"),
      keeper: try interview.text(
        say("Người quản lý, sử dụng máy", "Keeper of the machine"), given: terms.keeper, option: "--keeper"))
  }

  private func purpose(_ interview: Interview, _ pack: RulePack) throws -> String {
    try interview.heading(say("BƯỚC 2/6. MỤC ĐÍCH SỬ DỤNG MÁY", "STEP 2 OF 6. PURPOSE"))
    if let profile = basis.profile { return profile }
    let order = ["drafting", "intake", "office", "independent-lan"]
    let choices = order.compactMap { pack.profile($0) }.map { (id: $0.id, title: $0.title[common.lang]) }
    return try interview.choice(say("Chọn loại máy", "Choose"), choices, option: "--profile")
  }

  private func conclude(
    _ interview: Interview, _ inspection: inout Inspection, _ outcome: Outcome, _ facts: SealedFacts,
    _ answers: InspectionAnswers, _ signer: (any Signer)?, _ installation: Installation, _ output: String
  ) throws {
    let now = Int64(Date().timeIntervalSince1970)
    let folder = registers.folder(installation)
    let language = common.lang
    for obstacle in inspection.obstacles {
      try Output.print("  ✘ " + obstacle.question[language] + say(" Chưa.", " No."))
    }
    let judged = outcome.editions.filter { $0.edition.id == outcome.asked || $0.isInForce }
    let passes = judged.allSatisfy { $0.fitness == .compliant } && inspection.obstacles.isEmpty
    if passes, let signer, try wantsStamp(interview) {
      inspection.seals = try seals(interview)
      let request = StampRequest(
        issuer: inspection.issuer, inspector: inspection.inspector, unit: inspection.unit, issued: now,
        validUntil: now + Int64(days) * 86_400, seals: inspection.seals)
      let issue = try StampIssue(
        outcome: outcome, facts: facts, request: request, series: series, key: signer, folder: folder)
      if outcome.scan.nature == .live { try StampPlace.require(facts, installation) }
      try answers.sign(into: output + "/answers.jws")
      let done = inspection
      let stamp = try issue.run(recordSeries: recordSeries) {
        try done.record($0, $1, outcome, language, at: now)
      }
      try Output.print(
        say("Đã cấp tem ", "Issued the stamp ") + "\(stamp.stamp.serial) (\(try stamp.tem().shortCode)): "
          + issue.file(stamp))
      if outcome.scan.nature == .live { try StampPlace.put(stamp) }
      try tell(stamp.stamp.record, folder)
      let label = output + "/" + stamp.stamp.serial + ".pdf"
      try StampLabelFile.print(stamp, with: signer, to: label, installation: installation)
      try Output.print(say("Tem để in: ", "Stamp to be printed: ") + label)
    } else {
      if passes, signer == nil {
        try Output.print(say("Không có khoá ký (--key): không cấp tem.", "No key (--key): no stamp."))
      }
      try answers.sign(into: output + "/answers.jws")
      let done = inspection
      let issued = try Registers(writing: folder).issue(
        Issue(record: { try done.record($0, $1, outcome, language, at: now) }), series: series,
        recordSeries: recordSeries, at: now,
        utcOffset: RegisterWords.utcOffset)
      try tell(issued.record, folder)
    }
    throw ExitCode(passes ? 0 : outcome.exitCode == 0 ? 3 : outcome.exitCode)
  }

  private func tell(_ record: String?, _ folder: RegisterFolder) throws {
    guard let record else { return }
    try Output.print(
      say("Biên bản \(record): ", "Record \(record): ") + "\(folder.records)/\(record).html")
  }

  private func wantsStamp(_ interview: Interview) throws -> Bool {
    if terms.issue { return true }
    return try interview.yes(
      say("Máy ĐẠT. Cấp tem?", "The machine passes. Issue the stamp?"), option: "--issue")
  }

  private func seals(_ interview: Interview) throws -> [String] {
    if !seal.isEmpty { return seal }
    let text = try interview.text(
      say("Ký hiệu niêm phong vỏ máy, cách nhau bằng dấu phẩy", "Seals on the case, comma separated"),
      given: nil, option: "--seal", standard: say("không", "none"))
    if [say("không", "none")].contains(text) { return [] }
    return text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
