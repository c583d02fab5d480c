import Foundation
import Rules
import Yaml

/// Replies to questions on the spot, as options and a file give them.
struct InspectionReplies {
  private var given: [String: InspectionReply] = [:]

  /// Throws a usage failure for what is no reply, or for no question.
  init(_ terms: InspectionTerms, _ questions: [InspectionQuestion], checks: [Check]) throws {
    if let path = terms.replies {
      do {
        given = try StrictDecoder.decode(
          [String: InspectionReply].self, from: String(contentsOfFile: path, encoding: .utf8))
      } catch let refusal as StrictRefusal {
        let place = "\(path):\(refusal.line):\(refusal.column): \(refusal.problem)"
        throw Failure(.usage, place, place)
      }
    }
    for text in terms.reply {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let answer = parts.last?.split(separator: ":", maxSplits: 1).map(String.init) ?? []
      guard parts.count == 2, let word = answer.first?.lowercased(), ["c", "k", "y", "n"].contains(word)
      else {
        throw Failure(
          .usage, "--reply nhận dạng case_seals=c:ghi chú.", "--reply takes the form case_seals=y:note.")
      }
      given[parts[0]] = InspectionReply(
        holds: ["c", "y"].contains(word), note: answer.count > 1 ? answer[1] : "")
    }
    let ids = Set(questions.map(\.id) + checks.map(\.id))
    if let unknown = given.keys.sorted().first(where: { !ids.contains($0) }) {
      let known = questions.map(\.id).joined(separator: ", ")
      throw Failure(
        .usage,
        "Không có câu hỏi hay phép kiểm tra “\(Grid.visible(unknown))”; các câu hỏi: \(known); phép kiểm tra: airseal rules list.",
        "There is no question or check “\(Grid.visible(unknown))”; the questions: \(known); the checks: airseal rules list."
      )
    }
    let settling = given.keys.sorted().first { id in
      !questions.contains { $0.id == id } && given[id]?.holds == true
        && given[id]?.note.allSatisfy(\.isWhitespace) == true
    }
    if let settling {
      throw Failure(
        .usage, "--reply \(settling)=c:… phải có ghi chú: căn cứ, đã xem gì.",
        "--reply \(settling)=y:… needs a note: on what ground, what was seen.")
    }
  }

  /// The reply that options or a file gave.
  func given(_ id: String) -> InspectionReply? { given[id] }

  /// The reply that was given, or asks for one.
  mutating func reply(
    to question: InspectionQuestion, _ interview: Interview
  ) throws -> InspectionReply {
    if let reply = given[question.id] { return reply }
    let option = "--reply \(question.id)=c|k:…"
    let holds = try interview.yes(question.question[Speech.language], option: option)
    let note = try interview.text(
      say("  Đã xem gì, ghi chú", "  What was seen"), given: nil, option: option,
      standard: holds && question.check != nil ? nil : say("không có", "nothing"))
    return InspectionReply(holds: holds, note: note == say("không có", "nothing") ? "" : note)
  }
}
