import Attestation
import Foundation
import Stamping

/// Lines of the registers as people read them.
enum RegisterWords {
  /// Days of stamps and registers are those of Viet Nam, wherever the machine's clock stands.
  static let utcOffset: Int64 = 7 * 3600

  static func day(_ time: Int64) -> String {
    var seconds = time_t(time + utcOffset)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(two(parts.tm_mday))/\(two(parts.tm_mon + 1))/\(parts.tm_year + 1900)"
  }

  static func state(_ entry: StampEntry, at now: Int64) -> String {
    switch entry.state {
    case .void:
      say("đã thu hồi ", "void since ") + day(entry.voidedAt ?? 0)
        + reason(entry)
    case .issued: entry.isExpired(at: now) ? say("hết hạn", "expired") : say("còn hạn", "in time")
    case .reserved: say("chưa cấp", "not issued")
    }
  }

  private static func reason(_ entry: StampEntry) -> String {
    let words = entry.voidReason.flatMap(Revocation.Reason.init)?.words
    let parts = [words.map { say($0[0], $0[1]) }, entry.voidNote.map(Grid.visible)].compactMap { $0 }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")
  }

  static func row(_ entry: StampEntry, at now: Int64) -> [String] {
    [
      entry.serial, day(entry.issued), say("đến ", "to ") + day(entry.validUntil),
      Grid.visible(entry.machineName), Grid.visible(entry.unit), state(entry, at: now),
    ]
  }

  static func row(_ entry: RecordEntry) -> [String] {
    let conclusion =
      switch entry.conclusion {
      case "compliant": say("ĐẠT", "pass")
      case "non_compliant": say("KHÔNG ĐẠT", "fail")
      default: say("CHƯA KẾT LUẬN", "undetermined")
      }
    return [
      entry.record, day(entry.made), Grid.visible(entry.machineName), Grid.visible(entry.unit), conclusion,
      entry.stamp ?? "",
    ]
  }
}
