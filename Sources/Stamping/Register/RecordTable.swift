/// The register of inspection records as a table of texts.
public enum RecordTable: RegisterTable {
  public static let heading = [
    "Số biên bản", "Ngày lập (UTC)", "Người kiểm tra", "Đơn vị sử dụng", "Máy", "Mã nhận dạng máy",
    "Kết luận",
    "Số tem",
  ]

  public static func name(_ entry: RecordEntry) -> String { entry.record }

  public static func cells(_ entry: RecordEntry) -> [String] {
    [
      entry.record, CivilTime.text(entry.made), entry.inspector, entry.unit, entry.machineName, entry.machine,
      entry.conclusion, entry.stamp ?? "",
    ]
  }

  public static func entry(_ row: [String]) -> RecordEntry? {
    guard let number = RegisterNumber(row[0]), let made = CivilTime.seconds(row[1]), !row[6].isEmpty else {
      return nil
    }
    var entry = RecordEntry(
      machine: row[5], machineName: row[4], unit: row[3], inspector: row[2], made: made, conclusion: row[6])
    (entry.record, entry.series, entry.year) = (number.text, number.series, number.year)
    (entry.number, entry.state) = (number.number, .issued)
    entry.stamp = row[7].isEmpty ? nil : row[7]
    return entry
  }
}
