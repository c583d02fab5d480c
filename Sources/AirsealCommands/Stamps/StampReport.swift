import Attestation
import Facts
import Foundation
import Rules
import Scanning
import Stamping

/// What a verification came to, in words and for programs.
struct StampReport {
  private let serial: String
  private let heading: [String]
  private let faults: [StampFault]
  private let doubts: [StampVerification.Doubt]
  private var notes: [StampFault] = []
  private let isCompared: Bool
  private let exitCode: Int32
  private let words: StampWords

  init(_ verification: StampVerification, pack: RulePack) {
    let stamp = verification.stamp.stamp
    serial = stamp.serial
    heading =
      Self.days(stamp.issued, stamp.validUntil, stamp.issuer)
      + [say("  Máy: ", "  Machine: ") + Grid.visible(stamp.machineName)]
    (faults, doubts, notes) = (verification.faults, verification.doubts, verification.notes)
    (isCompared, exitCode) = (verification.isCompared, verification.exitCode)
    words = StampWords(labels: pack.labels, pack: pack, messages: verification.messages)
  }

  init(_ verification: TemVerification, pack: RulePack) {
    let tem = verification.tem
    serial = tem.serial
    heading =
      Self.days(tem.issued, tem.until, verification.key.name)
      + [
        say("  Kết luận trên tem: ĐẠT theo luật ", "  Verdict on the stamp: pass by the law of ")
          + Grid.visible(tem.edition)
          + say("; mã đối chiếu ", "; code ") + tem.shortCode
      ]
    (faults, doubts) = (verification.faults, verification.doubts)
    (isCompared, exitCode) = (false, verification.exitCode)
    words = StampWords(labels: pack.labels, pack: pack)
  }

  private static func days(_ issued: Int64, _ until: Int64?, _ issuer: String) -> [String] {
    let from = RegisterWords.day(issued)
    let end = until.map { RegisterWords.day($0) }
    return [
      say("  Cấp \(from)", "  Issued \(from)")
        + (end.map { say(", có giá trị đến \($0)", ", valid until \($0)") } ?? "")
        + say("; nơi cấp: ", "; by: ") + Grid.visible(issuer)
    ]
  }

  func text() -> String {
    var lines = [say("Tem ", "Stamp ") + Grid.visible(serial) + ": " + result] + heading
    lines += faults.map { "  ✘ " + words.words($0) }
    lines += doubts.map { "  ? " + words.words($0) }
    lines += notes.map { "  • " + words.words($0) + say(" (không ảnh hưởng)", " (no matter)") }
    if !isCompared, doubts.isEmpty {
      lines.append(
        say(
          "  Chỉ xét chữ ký, thời hạn, thu hồi; chưa so với máy.",
          "  Signature, validity and revocation alone; no machine was compared."))
    }
    return lines.joined(separator: "\n")
  }

  private var result: String {
    switch exitCode {
    case 0: isCompared ? say("CÒN GIÁ TRỊ", "HOLDS") : say("CHỮ KÝ THẬT, CÒN HẠN", "AUTHENTIC, IN TIME")
    case 2: say("KHÔNG CÒN GIÁ TRỊ", "DOES NOT HOLD")
    default: say("CHƯA XÁC ĐỊNH ĐƯỢC", "CANNOT BE DETERMINED")
    }
  }

  func json() throws -> String {
    let report = Report(
      serial: serial, exitCode: exitCode,
      faults: faults.map { .init(code: $0.code, text: words.words($0)) },
      doubts: doubts.map { .init(code: $0.code, text: words.words($0)) },
      notes: notes.map { .init(code: $0.code, text: words.words($0)) }, isCompared: isCompared)
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
}
