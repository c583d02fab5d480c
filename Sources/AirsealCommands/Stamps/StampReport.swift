import Attestation
import Facts
import Foundation
import Rules
import Scanning
import Stamping

/// What a verification came to, in words and for programs.
struct StampReport {
  private let verification: StampVerification
  private let labels: Labels
  private let pack: RulePack

  init(_ verification: StampVerification, labels: Labels, pack: RulePack) {
    self.verification = verification
    self.labels = labels
    self.pack = pack
  }

  func text() -> String {
    let stamp = verification.stamp.stamp
    var lines = ["\(say("Tem", "Stamp")) \(stamp.serial): \(result)"]
    lines.append(
      say(
        "  Cấp \(RegisterWords.day(stamp.issued)), có giá trị đến \(RegisterWords.day(stamp.validUntil)); nơi cấp: ",
        "  Issued \(RegisterWords.day(stamp.issued)), valid until \(RegisterWords.day(stamp.validUntil)); by: "
      )
        + Grid.visible(stamp.issuer))
    lines.append(say("  Máy: ", "  Machine: ") + Grid.visible(stamp.machineName))
    lines += verification.faults.map { "  ✘ " + words($0) }
    lines += verification.doubts.map { "  ? " + words($0) }
    lines += verification.notes.map { "  • " + words($0) + say(" (không ảnh hưởng)", " (no matter)") }
    if !verification.isCompared {
      lines.append(
        say(
          "  Chỉ xét chữ ký, thời hạn, thu hồi; chưa so với máy.",
          "  Signature, validity and revocation alone; no machine was compared."))
    }
    return lines.joined(separator: "\n")
  }

  private var result: String {
    switch verification.exitCode {
    case 0: say("CÒN GIÁ TRỊ", "HOLDS")
    case 2: say("KHÔNG CÒN GIÁ TRỊ", "DOES NOT HOLD")
    default: say("CHƯA XÁC ĐỊNH ĐƯỢC", "CANNOT BE DETERMINED")
    }
  }

  func json() throws -> String {
    let report = Report(
      serial: verification.stamp.stamp.serial, exitCode: verification.exitCode,
      faults: verification.faults.map { .init(code: $0.code, text: words($0)) },
      doubts: verification.doubts.map { .init(code: $0.code, text: words($0)) },
      notes: verification.notes.map { .init(code: $0.code, text: words($0)) },
      isCompared: verification.isCompared)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }

  private struct Report: Encodable {
    struct Line: Encodable {
      let code: String
      let text: String
    }

    let serial: String
    let exitCode: Int32
    let faults: [Line]
    let doubts: [Line]
    let notes: [Line]
    let isCompared: Bool
  }

  private func label(_ group: String, _ code: String) -> String {
    labels.text("\(group).\(code)")[Speech.language]
  }

  private func title(_ check: String) -> String {
    pack.check(check)?.title[Speech.language] ?? check
  }

  private func words(_ fault: StampFault) -> String {
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
    case .finding(let check): say("có phát hiện: ", "finding: ") + title(check)
    }
  }

  private func changed(_ part: MachineComponent, _ new: [String], _ gone: Int) -> String {
    var text = label("component", part.rawValue) + say(": đã thay đổi", ": changed")
    if !new.isEmpty {
      text += say("; mới có: ", "; new: ") + new.map(Grid.visible).joined(separator: ", ")
    }
    if gone > 0 {
      text += say(
        "; không còn \(gone) thông tin nhận dạng", "; \(gone) of its identifying properties are gone")
    }
    return text
  }

  private func words(_ doubt: StampVerification.Doubt) -> String {
    switch doubt {
    case .blind(let table):
      say("chưa đọc được đầy đủ: ", "not fully read: ") + label("table", table)
    case .factsBeforeIssue(let time):
      say(
        "dữ kiện thu thập ngày \(RegisterWords.day(time)), trước ngày cấp tem",
        "the facts were collected on \(RegisterWords.day(time)), before the stamp was issued")
    case .open(let check): say("cần người kiểm tra làm rõ: ", "a person has to settle: ") + title(check)
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
    }
  }
}
