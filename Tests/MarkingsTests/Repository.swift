import Foundation
import Markings

/// Where the tests find the rules and their fixtures.
enum Repository {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let rules = tests.appending(path: "../../rules/markings").standardizedFileURL.path

  static func markingRules() throws -> MarkingRules { try MarkingRules(folder: rules) }
}
