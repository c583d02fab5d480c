import Foundation
import TestSupport
import Testing

/// Help and complaints about arguments are Vietnamese throughout.
@Suite struct HelpTests {
  static let english = [
    "Usage", "USAGE", "Error", "OVERVIEW", "OPTIONS", "Help:", "default", "Did you mean", "Unknown",
    "Unexpected", "unexpected", "Missing", "Please", "See '", "for more", "Show ", " or '", " and '",
    "subcommand", "<options>", "detailed", "information",
  ]
  static let commands: [[String]] = [
    [], ["--help"], ["help"], ["help", "scan"], ["scan", "--help"], ["evaluate", "--help"],
    ["query", "--help"], ["tables", "--help"], ["rules", "--help"], ["rules", "list", "--help"],
    ["rules", "show", "--help"], ["rules", "check", "--help"], ["doctor", "--help"], ["key", "--help"],
    ["key", "new", "--help"], ["key", "list", "--help"], ["key", "trust", "--help"], ["answer", "--help"],
    ["frob"], ["scan", "--frob"], ["scan", "extra"], ["scan", "extra", "more"], ["scan", "--format", "pdf"],
    ["scan", "--profile"], ["key", "new"], ["answer", "software_licence"], ["query"],
    ["answer", "software_licence", "--reply", "maybe"], ["scan", "--lang", "fr"],
  ]

  @Test(arguments: commands)
  func noEnglishIsLeft(_ arguments: [String]) throws {
    let run = try Run(Built.airseal, arguments)
    let text = run.output + run.errors
    #expect(!text.isEmpty)
    for word in Self.english { #expect(!text.contains(word), "\(word)") }
    #expect(run.status == (run.output.isEmpty ? 64 : 0))
  }

  @Test func english() throws {
    let run = try Run(Built.airseal, ["scan", "--help", "--lang", "en"])
    #expect(run.output.contains("USAGE: airseal scan <options>"))
    #expect(!run.output.contains("Ngôn ngữ"))
  }
}
