/// The register of waivers as a table of texts.
public enum WaiverTable: RegisterTable {
  public static let heading = [
    "Phép kiểm tra", "Đối tượng", "Căn cứ", "Người phê duyệt", "Đơn vị", "Mã nhận dạng máy", "Ngày ký (UTC)",
    "Có giá trị đến (UTC)", "Khoá ký", "Mã băm văn bản",
  ]

  public static func name(_ entry: WaiverEntry) -> String { entry.digest }

  public static func cells(_ entry: WaiverEntry) -> [String] {
    [
      entry.check, entry.scope, entry.basis, entry.approver, entry.unit, entry.machine,
      CivilTime.text(entry.issued), CivilTime.text(entry.expires), entry.key, entry.digest,
    ]
  }

  public static func entry(_ row: [String]) -> WaiverEntry? {
    guard let issued = CivilTime.seconds(row[6]), let expires = CivilTime.seconds(row[7]), !row[9].isEmpty
    else { return nil }
    return WaiverEntry(
      digest: row[9], check: row[0], scope: row[1], basis: row[2], approver: row[3], unit: row[4],
      machine: row[5], issued: issued, expires: expires, key: row[8])
  }
}
