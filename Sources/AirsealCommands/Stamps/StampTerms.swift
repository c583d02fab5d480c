import ArgumentParser
import Foundation
import Scanning

/// Options that say who stamps, for whom and for how long.
struct StampTerms: ParsableArguments {
  @Option(help: ArgumentHelp(say("Cơ quan cấp tem.", "Body that issues."), valueName: "name"))
  var issuer: String
  @Option(help: ArgumentHelp(say("Người kiểm tra.", "Inspector."), valueName: "name"))
  var inspector: String
  @Option(help: ArgumentHelp(say("Đơn vị sử dụng máy.", "Unit that uses the machine."), valueName: "name"))
  var unit: String
  @Option(help: ArgumentHelp(say("Số ngày có giá trị.", "Days of validity."), valueName: "days"))
  var days = 365
  @Option(
    help: ArgumentHelp(
      say("Ký hiệu niêm phong vỏ máy, cổng; dùng được nhiều lần.", "Seal on case or port; may be repeated."),
      valueName: "name"))
  var seal: [String] = []
  @Option(
    help: ArgumentHelp(
      say("Ký hiệu dãy số tem, chữ hoa và số.", "Series of the serials, capitals and digits."),
      valueName: "series"))
  var series = "AN"

  /// What is asked for, beginning now; throws a usage failure for what is missing.
  func request(at now: Int64) throws -> StampRequest {
    for (option, value) in [("--issuer", issuer), ("--inspector", inspector), ("--unit", unit)]
    where value.allSatisfy(\.isWhitespace) {
      throw Failure(.usage, "\(option) không được để trống.", "\(option) must not be empty.")
    }
    guard (1...3650).contains(days) else {
      throw Failure(.usage, "--days nhận từ 1 đến 3650.", "--days takes 1 to 3650.")
    }
    return StampRequest(
      issuer: issuer, inspector: inspector, unit: unit, issued: now, validUntil: now + Int64(days) * 86_400,
      seals: seal)
  }
}
