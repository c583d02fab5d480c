import Facts
import Foundation
import Reports
import Rules
import Scanning
import Stamping

/// What a guided inspection has come to know, step by step.
struct Inspection {
  var issuer: String
  var inspector: String
  var unit: String
  var keeper: String
  var replies: [(question: InspectionQuestion, reply: InspectionReply)] = []
  /// Findings that the inspector settled.
  var settled: [SettledFinding] = []
  var seals: [String] = []

  /// Questions whose reply stands against a stamp.
  var obstacles: [InspectionQuestion] {
    replies.filter { $0.question.blocks && !$0.reply.holds }.map(\.question)
  }

  /// The record with its number; `stamp` is nil where none was issued.
  func record(
    _ number: String, _ stamp: SignedStamp?, _ outcome: Outcome, _ language: Language, at now: Int64
  ) throws -> Issue.MadeRecord {
    let record = InspectionRecord(
      number: number, stamp: try stamp.map { "\($0.stamp.serial) (\(try $0.tem().shortCode))" }, made: now,
      issuer: issuer,
      people: [
        .init(role: LocalizedText(vi: "Người kiểm tra", en: "Inspector"), name: inspector, unit: issuer),
        .init(
          role: LocalizedText(vi: "Người quản lý, sử dụng máy", en: "Keeper of the machine"), name: keeper,
          unit: unit),
      ],
      replies: replies.map {
        .init(question: $0.question.question, holds: $0.reply.holds, note: $0.reply.note)
      }
        + settled.map { finding in
          .init(
            question: LocalizedText(
              vi: "Đã làm rõ phát hiện “\(finding.check.title.vi)” (\(max(1, finding.scope.count)) mục)?",
              en: "Settled “\(finding.check.title.en)” (\(max(1, finding.scope.count)) items)?"),
            holds: true, note: finding.note)
        },
      seals: seals, outcome: outcome, language: language)
    let fitness = outcome.editions.first { $0.edition.id == outcome.asked }?.fitness ?? .undetermined
    let conclusion = fitness == .compliant && !obstacles.isEmpty ? Fitness.undetermined : fitness
    return Issue.MadeRecord(
      entry: RecordEntry(
        machine: outcome.machine, machineName: MachineTitle.text(outcome.identity), unit: unit,
        inspector: inspector, made: now, conclusion: conclusion.rawValue),
      files: ["\(number).html": Data(record.html().utf8), "\(number).txt": Data(record.text().utf8)])
  }
}
