import Facts
import Rules
import Scanning
import Stamping

/// Why a stamp does not hold, and what is doubtful, in words.
struct StampWords {
  let labels: Labels
  let pack: RulePack
  /// What was found, by check.
  var messages: [String: [LocalizedText]] = [:]

  private func label(_ group: String, _ code: String) -> String {
    labels.text("\(group).\(code)")[Speech.language]
  }

  private func title(_ check: String) -> String {
    pack.check(check)?.title[Speech.language] ?? check
  }

  func words(_ fault: StampFault) -> String {
    switch fault {
    case .expired(let end):
      say("hết hạn từ \(RegisterWords.day(end))", "expired on \(RegisterWords.day(end))")
    case .clockSetBack(let issued, let now):
      say(
        "đồng hồ máy (\(RegisterWords.day(now))) chạy trước ngày cấp tem (\(RegisterWords.day(issued)))",
        "the clock (\(RegisterWords.day(now))) stands before the day of issue (\(RegisterWords.day(issued)))")
    case .voided(let at, let reason):
      say("đã bị thu hồi ngày \(RegisterWords.day(at)): ", "made void on \(RegisterWords.day(at)): ")
        + say(reason.words[0], reason.words[1])
    case .voidedByEvent(let check):
      say("mất hiệu lực do dịch vụ giám sát phát hiện: ", "void by a finding of the daemon: ") + title(check)
    case .testKey:
      say(
        "ký bằng khoá không dùng cho loại máy này (khoá thử nghiệm)",
        "signed by a key that does not speak of such a machine (a key for tests)")
    case .otherMachine:
      say("là tem của máy khác: không phần cứng nào trùng", "of another machine: no hardware is the same")
    case .partChanged(let part, let new, let gone): changed(part, new, gone)
    case .networkCardAdded(let address):
      say("có thêm thẻ mạng \(Grid.visible(address))", "a network card was added: \(Grid.visible(address))")
    case .radioAdded(let kind, let subject, let model):
      say("có thêm phần cứng thu phát ", "a radio was added: ") + label("kind", kind.rawValue) + " "
        + Grid.visible([model ?? "", subject].filter { !$0.isEmpty }.joined(separator: ", "))
    case .deviceAttached(let kind, let name, let serial, let standing):
      say("đang cắm ", "attached: ") + label("kind", kind.rawValue) + " \(Grid.visible(name))"
        + (serial.map { say(" (số sê-ri ", " (serial ") + Grid.visible($0) + ")" } ?? "") + ": "
        + label("standing", standing.rawValue)
    case .memoryCard(let name):
      say("đang cắm thẻ nhớ \(Grid.visible(name))", "a memory card is attached: \(Grid.visible(name))")
    case .systemReplaced(let from, let to):
      say(
        "hệ điều hành đã thay: \(Grid.visible(from)) → \(Grid.visible(to))",
        "the system was replaced: \(Grid.visible(from)) → \(Grid.visible(to))")
    case .radioEnabled(let kind, let subject, let model):
      say("phần cứng thu phát đã hoạt động trở lại: ", "a radio works again: ")
        + label("kind", kind.rawValue) + " "
        + Grid.visible([model ?? "", subject].filter { !$0.isEmpty }.joined(separator: ", "))
    case .finding(let check): say("có phát hiện: ", "finding: ") + title(check) + found(check)
    }
  }

  /// The first of what was found.
  private func found(_ check: String) -> String {
    guard let all = messages[check], !all.isEmpty else { return "" }
    let shown = all.prefix(3).map { Grid.visible($0[Speech.language]) }
    let rest = all.count > 3 ? [say("… và \(all.count - 3) mục khác", "… and \(all.count - 3) more")] : []
    return "\n" + (shown + rest).map { "      " + $0 }.joined(separator: "\n")
  }

  private func changed(_ part: MachineComponent, _ new: [String], _ gone: Int) -> String {
    var text = label("component", part.rawValue) + say(": đã thay đổi", ": changed")
    if !new.isEmpty {
      text += say("; mới có: ", "; new: ") + new.map(Grid.visible).joined(separator: ", ")
    }
    if gone > 0 {
      text += say(
        "; không còn \(gone) thông tin nhận dạng",
        "; \(gone) identifying \(gone == 1 ? "property" : "properties") gone")
    }
    return text
  }

  func words(_ doubt: StampVerification.Doubt) -> String {
    switch doubt {
    case .blind(let table):
      say("chưa đọc được đầy đủ: ", "not fully read: ") + label("table", table)
    case .factsBeforeIssue(let time):
      say(
        "dữ kiện thu thập ngày \(RegisterWords.day(time)), trước ngày cấp tem",
        "the facts were collected on \(RegisterWords.day(time)), before the stamp was issued")
    case .open(let check):
      say("cần người kiểm tra làm rõ (--answers): ", "a person has to settle (--answers): ") + title(check)
        + found(check)
    case .otherStampHere(let serial):
      say(
        "tem lưu trên máy này là tem khác: ", "the stamp that lies on this machine is another one: ")
        + Grid.visible(serial)
    case .printedOnly:
      say(
        "chưa so được với máy: không có tệp tem (thêm tệp tem, hoặc chạy trên máy có lưu tem)",
        "no machine could be compared: the stamp's file is not here (name it, or run where the stamp is kept)"
      )
    }
  }
}

extension StampVerification.Doubt {
  /// A permanent name for programs.
  var code: String {
    switch self {
    case .blind(let table): "blind.\(table)"
    case .factsBeforeIssue: "facts_before_issue"
    case .open(let check): "open.\(check)"
    case .printedOnly: "printed_only"
    case .otherStampHere: "other_stamp_here"
    }
  }
}
