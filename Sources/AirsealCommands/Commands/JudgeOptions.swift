import ArgumentParser
import Attestation
import Facts
import Foundation
import Reports
import Rules
import Scanning

/// Options of the commands that end in a verdict.
struct JudgeOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case html
  }

  @OptionGroup var basis: VerdictBasis

  var trust: String? { basis.trust }

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

  func profile(_ installation: Installation, _ pack: RulePack, _ nature: ScanNature) throws -> Profile {
    try basis.profile(installation, pack, nature)
  }

  func edition(for profile: Profile) throws -> String { try basis.edition(for: profile) }

  func signedAnswers(_ installation: Installation) throws -> [SignedAnswer] {
    try basis.signedAnswers(installation)
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
    throw ExitCode(basis.law == .all ? worst(outcome) : outcome.exitCode)
  }

  private func worst(_ outcome: Outcome) -> Int32 {
    let fitness = outcome.editions.map(\.fitness)
    if fitness.contains(.nonCompliant) { return Fitness.nonCompliant.exitCode }
    if fitness.contains(.undetermined) { return Fitness.undetermined.exitCode }
    return fitness.isEmpty ? Fitness.undetermined.exitCode : Fitness.compliant.exitCode
  }

  static func stamp() -> String {
    Date().formatted(.iso8601).replacing(":", with: "-")
  }
}
