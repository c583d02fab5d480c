import Rules

/// Texts of a report on a removable medium, in the place of those on a machine.
extension Wording {
  static func title(isMedium: Bool) -> LocalizedText {
    isMedium ? text("KẾT QUẢ KIỂM TRA PHƯƠNG TIỆN LƯU TRỮ", "INSPECTION OF A REMOVABLE MEDIUM") : title
  }

  static func fitnessQuestion(isMedium: Bool) -> LocalizedText {
    isMedium
      ? text(
        "Điều kiện sử dụng: phương tiện này có đủ điều kiện sử dụng không?",
        "Fitness: may this medium be used?") : fitnessQuestion
  }

  static func violationQuestion(isMedium: Bool) -> LocalizedText {
    isMedium
      ? text(
        "Dấu hiệu vi phạm: riêng phương tiện không cho biết máy nào đã kết nối mạng; xem kết quả kiểm tra các máy.",
        "Violation: a medium alone does not tell which machine was connected; see what the machines' scans say."
      )
      : violationQuestion
  }

  static func open(isMedium: Bool) -> LocalizedText {
    isMedium ? text("Nội dung còn chưa kết luận", "What stands between this medium and a pass") : open
  }

  static let medium = text("Phương tiện", "Medium")
  static let mediumDigest = text("Mã nhận dạng phương tiện", "Identifier of the medium")
  static let mediumProfile = text("Loại áp dụng", "Profile")
  static let register = text("Đăng ký", "Registration")
  static let mediumKeeper = text("Người quản lý, sử dụng phương tiện", "Keeper of the medium")
  static let mediumUsers = text(
    "Người sử dụng phương tiện và Thủ trưởng đơn vị", "User of the medium and head of the unit")
  static let mediumTechnicians = text(
    "Người quản lý phương tiện, cán bộ kỹ thuật", "Keeper and technician of the medium")

  static let mediumStop = text(
    """
    Ngừng sử dụng phương tiện này, không cắm vào máy nào khác; giữ nguyên hiện trạng, không tự xoá dữ liệu; \
    báo cáo Thủ trưởng đơn vị và phối hợp với Công an tỉnh để xử lý.
    """,
    """
    Stop using this medium and plug it into no other machine; leave it as it is and erase nothing; report to \
    the head of the unit and settle the matter with the provincial police.
    """)
  static let mediumWait = text(
    "Chưa sử dụng phương tiện này cho đến khi có kết luận ĐẠT.",
    "Do not use this medium until it has passed.")
  static let mediumKeep = text(
    "Tiếp tục quản lý, sử dụng phương tiện đúng mục đích đã đăng ký; kiểm tra lại sau mỗi lần dùng ở nơi khác.",
    "Keep using the medium for its registered purpose only; inspect it again whenever it was used elsewhere.")
}
