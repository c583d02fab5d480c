import Foundation
import Rules
import Yaml

/// A matter that an inspector is asked about on the spot.
struct InspectionQuestion: Decodable, Sendable {
  let id: String
  /// The manual check that the reply answers.
  let check: String?
  /// Whether a reply of no stands against a stamp.
  let blocks: Bool
  let question: LocalizedText

  /// The questions of a rule folder; throws a failure that names the place of what is wrong.
  static func all(rules: String) throws -> [InspectionQuestion] {
    let path = rules + "/inspection.yaml"
    do {
      return try StrictDecoder.decode(
        [InspectionQuestion].self, from: String(contentsOfFile: path, encoding: .utf8))
    } catch let refusal as StrictRefusal {
      throw Failure(
        .cannotWork, "\(path):\(refusal.line):\(refusal.column): \(refusal.problem)",
        "\(path):\(refusal.line):\(refusal.column): \(refusal.problem)")
    }
  }
}

/// What an inspector replied.
struct InspectionReply: Decodable, Sendable {
  /// Whether it is so.
  let holds: Bool
  /// What was seen.
  let note: String
}
