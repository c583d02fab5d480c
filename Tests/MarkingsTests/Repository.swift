import Foundation
import Markings

/// Where the tests find the rules and the sample texts.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardizedFileURL
  static let rules = root.appending(path: "rules/markings").path
  static let documents = root.appending(path: "samples/documents")

  static func markingRules() throws -> MarkingRules { try MarkingRules(folder: rules) }
}
