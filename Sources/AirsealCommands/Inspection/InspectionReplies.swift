import Foundation
import Yaml

/// Replies to questions on the spot, as options and a file give them.
struct InspectionReplies {
  private var given: [String: InspectionReply] = [:]

  /// Throws a usage failure for what is no reply, or for no question.
  init(_ terms: InspectionTerms, _ questions: [InspectionQuestion]) throws {
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
    if let unknown = given.keys.sorted().first(where: { id in !questions.contains { $0.id == id } }) {
      let known = questions.map(\.id).joined(separator: ", ")
      throw Failure(
        .usage, "Không có câu hỏi “\(Grid.visible(unknown))”; các câu hỏi: \(known).",
        "There is no question “\(Grid.visible(unknown))”; they are: \(known).")
    }
  }

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
