import Rules

extension Wording {
  static let recordTitle = text(
    "BIÊN BẢN KIỂM TRA AN NINH, AN TOÀN THIẾT BỊ", "RECORD OF A SECURITY INSPECTION")
  static let recordNumber = text("Số", "Number")
  static let present = text("Thành phần", "Present")
  static let inspected = text("Thiết bị được kiểm tra", "What was inspected")
  static let onTheSpot = text("Nội dung kiểm tra tại chỗ", "Asked on the spot")
  static let conclusion = text("Kết luận", "Conclusion")
  static let stampOf = text("Đã cấp tem", "Stamp issued")
  static let noStamp = text("Không cấp tem.", "No stamp was issued.")
  static let seals = text("Niêm phong", "Seals")
  static let yes = text("Có.", "Yes.")
  static let no = text("Không.", "No.")
  static let twoCopies = text(
    "Biên bản lập thành 02 bản, mỗi bên giữ 01 bản.", "Made in two copies, one for each side.")
}
