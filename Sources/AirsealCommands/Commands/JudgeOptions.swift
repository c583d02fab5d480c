import ArgumentParser
import Attestation
import Facts
import Foundation
import Reports
import Rules
import Scanning

/// Options of the commands that end in a verdict.
struct JudgeOptions: ParsableArguments {
  enum Law: String, ExpressibleByArgument, CaseIterable {
    case law2018 = "2018"
    case law2025 = "2025"
    case all
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case html
  }

  @Option(
    help: ArgumentHelp(
      say(
        "Loại áp dụng: drafting (mặc định), intake, office, independent-lan; medium cho phương tiện lưu trữ.",
        "Profile: drafting (the default), intake, office, independent-lan; medium for removable media."),
      valueName: "profile"))
  var profile: String?

  /// The profile that was asked for, or the usual one; throws where it cannot speak of what is inspected.
  func profile(_ installation: Installation, _ pack: RulePack, _ nature: ScanNature) throws -> Profile {
    let id = profile ?? (nature == .medium ? "medium" : "drafting")
    let profile = try installation.profile(id, in: pack)
    guard (profile.subject == .medium) == (nature == .medium) else {
      throw JudgeError.profileOfOtherSubject(profile: id, nature: nature)
    }
    return profile
  }

  @Option(
    help: ArgumentHelp(
      say(
        "Luật quyết định mã thoát: 2018, 2025, hoặc all (mã thoát của kết quả xấu nhất).",
        "Edition whose verdict is the exit code: 2018, 2025, or all (the worse of both)."),
      valueName: "law"))
  var law: Law?

  @Option(
    help: ArgumentHelp(
      say("Tệp câu trả lời có chữ ký số; dùng được nhiều lần.", "File of signed answers; may be repeated."),
      valueName: "file"))
  var answers: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Thư mục khoá công khai được tin cậy.", "Folder of trusted public keys."), valueName: "dir"))
  var trust: String?

  @Option(
    help: ArgumentHelp(say("Dạng in ra: text, json, html.", "What is printed: text, json, html.")))
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      say("Thư mục nhận dữ kiện và báo cáo.", "Folder that receives facts and reports."), valueName: "dir"))
  var output: String?

  @Flag(help: ArgumentHelp(say("Che đường dẫn tài liệu trong báo cáo.", "Hide documents' paths in reports.")))
  var redactPaths = false

  @Flag(name: [.short, .long], help: ArgumentHelp(say("In đầy đủ mọi mục.", "Print every item.")))
  var verbose = false

  /// The edition that gives the exit code; throws where the profile has no sense under it.
  func edition(for profile: Profile) throws -> String {
    switch law {
    case .law2025: return "2025"
    case .law2018:
      if let only = profile.onlyEdition, only != "2018" {
        throw Failure(
          .usage, "Loại máy “\(profile.id)” chỉ có theo luật \(only); dùng --law \(only).",
          "The profile “\(profile.id)” exists only under the edition of \(only); use --law \(only).")
      }
      return "2018"
    case .all, nil: return profile.onlyEdition ?? Edition.defaultID
    }
  }

  func signedAnswers(_ installation: Installation) throws -> [SignedAnswer] {
    guard !answers.isEmpty else { return [] }
    let store = try installation.trustStore(trust)
    return try answers.flatMap { path in
      let signed = try AnswerLoader.load([path], trust: store)
      if signed.isEmpty {
        throw Failure(.usage, "\(path) không có câu trả lời nào.", "\(path) holds no answer.")
      }
      return signed
    }
  }

  /// The folder of this run's results, which need not exist yet.
  func outputFolder(_ installation: Installation) -> String {
    let folder = output ?? installation.state + "/scans/" + Self.stamp()
    return (URL(fileURLWithPath: folder).path as NSString).standardizingPath
  }

  /// Writes the reports, prints the one asked for, and ends with the verdict's exit code.
  func deliver(_ outcome: Outcome, facts: String, folder: String, common: CommonOptions) throws -> Never {
    let html = folder + "/report.html"
    var options = ReportOptions(language: common.lang)
    options.redactsPaths = redactPaths
    options.verbose = verbose
    options.factsPath = facts
    options.htmlPath = html
    options.width = Output.width
    let pages = Background { [options] in HTMLReport(outcome: outcome, options: options).render() }
    let json = JSONReport(outcome: outcome, options: options).render()
    let htmlText = try pages.value()
    try Output.write(htmlText, to: html)
    try Output.write(json, to: folder + "/report.json")
    switch format {
    case .text:
      options.color = Output.isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
      try Output.print(TextReport(outcome: outcome, options: options).render())
    case .json: try Output.print(json)
    case .html: try Output.print(htmlText)
    }
    throw ExitCode(law == .all ? worst(outcome) : outcome.exitCode)
  }

  private func worst(_ outcome: Outcome) -> Int32 {
    let fitness = outcome.editions.map(\.fitness)
    if fitness.contains(.nonCompliant) { return Fitness.nonCompliant.exitCode }
    if fitness.contains(.undetermined) { return Fitness.undetermined.exitCode }
    return fitness.isEmpty ? Fitness.undetermined.exitCode : Fitness.compliant.exitCode
  }

  private static func stamp() -> String {
    Date().formatted(.iso8601).replacing(":", with: "-")
  }
}
