import ArgumentParser

/// `airseal documents`
struct DocumentsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "documents",
      abstract: say("Xem xét kết quả quét tài liệu.", "Review what the document scan found."),
      subcommands: [DocumentsReviewCommand.self])
  }
}
