/// The register of stamps as a table of texts.
public enum StampTable: RegisterTable {
  public static let heading = [
    "Số tem", "Trạng thái", "Nơi cấp", "Người kiểm tra", "Đơn vị sử dụng", "Máy", "Mã nhận dạng máy",
    "Loại máy", "Ngày cấp (UTC)", "Có giá trị đến (UTC)", "Số biên bản", "Ngày thu hồi (UTC)",
    "Lý do thu hồi", "Ghi chú thu hồi", "Người thu hồi", "Mã băm dữ kiện", "Mã băm tem", "Khoá ký",
    "Thử nghiệm",
  ]

  public static func cells(_ entry: StampEntry) -> [String] {
    [
      entry.serial, entry.state.rawValue, entry.issuer, entry.inspector, entry.unit, entry.machineName,
      entry.machine, entry.profile, CivilTime.text(entry.issued), CivilTime.text(entry.validUntil),
      entry.record ?? "", entry.voidedAt.map(CivilTime.text) ?? "", entry.voidReason ?? "",
      entry.voidNote ?? "", entry.voidedBy ?? "", entry.facts, entry.digest, entry.key,
      entry.isTest ? "1" : "0",
    ]
  }

  public static func name(_ entry: StampEntry) -> String { entry.serial }

  public static func entry(_ row: [String]) -> StampEntry? {
    guard let number = RegisterNumber(row[0]),
      let state = StampEntry.State(rawValue: row[1]), state != .reserved,
      let issued = CivilTime.seconds(row[8]), let validUntil = CivilTime.seconds(row[9]),
      ["0", "1"].contains(row[18]), (state == .void) == !row[11].isEmpty
    else { return nil }
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    return StampEntry(
      serial: row[0], series: number.series, year: number.year, number: number.number, state: state,
      digest: row[16], key: row[17], isTest: row[18] == "1", issuer: row[2], inspector: row[3],
      unit: row[4], machine: row[6], machineName: row[5], profile: row[7], facts: row[15],
      record: optional(row[10]), issued: issued, validUntil: validUntil,
      voidedAt: CivilTime.seconds(row[11]), voidReason: optional(row[12]), voidNote: optional(row[13]),
      voidedBy: optional(row[14]))
  }
}

extension RegisterNumber {
  /// Reads AN-2026-000012 as `text` writes it; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, Self.isSeries(parts[0]), let year = Int(parts[1]), let number = Int(parts[2])
    else { return nil }
    self.init(series: parts[0], year: year, number: number)
    guard self.text == text else { return nil }
  }
}
