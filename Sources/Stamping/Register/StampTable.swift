/// The register of stamps as a table of texts.
public enum StampTable {
  /// Headings in Vietnamese, as the paper register has them.
  static let heading = [
    "Số tem", "Trạng thái", "Nơi cấp", "Người kiểm tra", "Đơn vị sử dụng", "Máy", "Mã nhận dạng máy",
    "Loại máy", "Ngày cấp (UTC)", "Có giá trị đến (UTC)", "Số biên bản", "Ngày thu hồi (UTC)",
    "Lý do thu hồi", "Ghi chú thu hồi", "Người thu hồi", "Mã băm dữ kiện", "Mã băm tem", "Khoá ký",
    "Thử nghiệm",
  ]

  public static func text(_ entries: [StampEntry]) -> String {
    CSV.text([heading] + entries.map(cells))
  }

  private static func cells(_ entry: StampEntry) -> [String] {
    [
      entry.serial, entry.state.rawValue, entry.issuer, entry.inspector, entry.unit, entry.machineName,
      entry.machine, entry.profile, CivilTime.text(entry.issued), CivilTime.text(entry.validUntil),
      entry.record ?? "", entry.voidedAt.map(CivilTime.text) ?? "", entry.voidReason ?? "",
      entry.voidNote ?? "", entry.voidedBy ?? "", entry.facts, entry.digest, entry.key,
      entry.isTest ? "1" : "0",
    ]
  }

  /// Reads exactly what `text` writes; throws the line of anything else.
  public static func entries(_ text: String, file: String) throws(RegisterError) -> [StampEntry] {
    let rows = try CSV.rows(text, file: file)
    guard rows.first == heading else { throw .malformed(file, line: 1) }
    var entries: [StampEntry] = []
    for (index, row) in rows.dropFirst().enumerated() {
      guard let entry = entry(row), cells(entry) == row,
        !entries.contains(where: { $0.serial == entry.serial })
      else { throw .malformed(file, line: index + 2) }
      entries.append(entry)
    }
    return entries
  }

  private static func entry(_ row: [String]) -> StampEntry? {
    guard row.count == heading.count, let number = RegisterNumber(row[0]),
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
