import Foundation
import ParseWire

/// What a printed stamp says.
struct LabelContent {
  /// The body that issued the stamp.
  var issuer: String
  var serial: String
  /// The unit that uses the machine.
  var unit: String
  /// The machine, as its maker and serial name it.
  var machine: String
  /// Unix seconds.
  var issued: Int64
  /// Unix seconds; nil where the stamp has no end.
  var until: Int64?
  /// Short code for reading aloud.
  var code: String
  /// The compact JWS of the QR code.
  var text: String
  /// Whether a key for tests signed it.
  var isTest: Bool

  func request(_ format: LabelRequest.Format, size: LabelSizes.Size) -> LabelRequest {
    var rows = [
      LabelRequest.Row(say("Số", "No."), serial, isStrong: true),
      LabelRequest.Row(say("Đơn vị", "Unit"), unit),
      LabelRequest.Row(say("Máy", "Machine"), machine),
      LabelRequest.Row(say("Ngày cấp", "Issued"), RegisterWords.day(issued)),
    ]
    if let until {
      rows.append(
        LabelRequest.Row(say("Có giá trị đến", "Valid until"), RegisterWords.day(until), isStrong: true))
    }
    rows.append(LabelRequest.Row(say("Mã kiểm tra", "Code"), code, isStrong: true))
    return LabelRequest(
      format: format, width: size.width, height: size.height, code: size.code,
      issuer: issuer.precomposedStringWithCanonicalMapping.uppercased(),
      heading: say("TEM AN NINH", "SECURITY STAMP"),
      rows: rows.map { row in
        LabelRequest.Row(
          row.caption, Grid.visible(row.value).precomposedStringWithCanonicalMapping, isStrong: row.isStrong)
      },
      footer: say(
        "Tem mất giá trị nếu bị bóc, rách, tẩy xoá hoặc máy bị thay đổi.",
        "Void if removed, torn or altered, or if the machine is changed."),
      notice: isTest ? say("THỬ NGHIỆM", "TEST") : nil, text: text)
  }
}
