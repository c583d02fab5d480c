import Foundation
import Rules

/// One check as a readable page.
enum CheckSheet {
  static func text(_ check: Check, pack: RulePack, language: Language) -> String {
    var lines = [check.title[language], "", check.statement[language], ""]
    lines.append(
      say("Mức độ: ", "Severity: ") + pack.labels.text("severity.\(check.severity.rawValue)")[language])
    switch check.method {
    case .query(let sql, _, _):
      let tables = (pack.checkTables[check.id] ?? []).sorted().joined(separator: ", ")
      lines.append(say("Bảng được đọc: ", "Tables read: ") + tables)
      lines += ["", sql.trimmingCharacters(in: .newlines), ""]
    case .manual, .pending: lines.append(say("Cách xác định: ", "Settled by: ") + (byPerson(check) ?? ""))
    }
    if let question = check.question { lines.append(say("Câu hỏi: ", "Question: ") + question[language]) }
    lines.append(say("Cách xử lý: ", "What to do: ") + check.remediation[language])
    lines.append(say("Hiệu lực theo loại máy áp dụng:", "Effect in each profile:"))
    let rows = pack.profiles.map { profile in
      let effect = profile.effects[check.id] ?? .notSelected
      return ["  " + profile.id, pack.labels.text("effect.\(effect.rawValue)")[language]]
    }
    return (lines + [Grid.columns(rows)]).joined(separator: "\n")
  }

  /// Who settles a check that facts do not decide; nil for one that they do.
  static func byPerson(_ check: Check) -> String? {
    if let reason = check.notApplicable {
      return say("không áp dụng: ", "not applicable: ") + reason[Speech.language]
    }
    return switch check.method {
    case .query: nil
    case .manual: say("người kiểm tra trả lời", "a person answers")
    case .pending:
      say(
        "airseal chưa kiểm tra được, người kiểm tra trả lời", "airseal cannot check it yet, a person answers")
    }
  }
}
