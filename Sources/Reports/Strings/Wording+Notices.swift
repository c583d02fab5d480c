import Rules

extension Wording {
  static let peopleConclude = text(
    "Công cụ nêu dấu hiệu; kết luận thuộc thẩm quyền của cơ quan, người có thẩm quyền kiểm tra.",
    "A tool reports signs; people with the authority to inspect conclude.")
  static let noText = text(
    "Báo cáo không chứa nội dung của bất kỳ tài liệu nào.",
    "This report holds no text of any document.")
  static let withheld = text(
    """
    Tên tệp mức Tuyệt mật, hoặc đường dẫn theo yêu cầu, được thay bằng mã dạng [#…]; nếu tệp đã được đọc, \
    mã là phần đầu của SHA-256 của tệp.
    """,
    """
    Names of Tuyệt mật (top secret) files, and paths where so asked, are replaced by a code like [#…]; for a \
    file that was read it is the beginning of its SHA-256.
    """)
  static let notStampable = text(
    "Không dùng báo cáo này để dán tem: dữ kiện không thu thập trực tiếp trên máy đang hoạt động.",
    "No stamp may rest on this report: its facts were not collected on the running machine.")
  static let selfCheck = text(
    "Đây là kết quả tự kiểm tra: không thay thế việc kiểm tra của cơ quan Công an, không phải căn cứ cấp tem an ninh.",
    "This is a self-check: it does not replace the inspection by the police, and no security stamp may rest on it."
  )
  static let accessTimes = text(
    "Chạy không có quyền root: với tệp của người khác, nhân hệ điều hành không cho giữ nguyên thời điểm truy cập (atime); nội dung và các thời điểm khác không đổi.",
    "Run without root: the kernel does not let the access times (atime) of other people's files be kept; content and all other times stay as they are."
  )
  static let cancelled = text(
    "Lần kiểm tra bị dừng giữa chừng; báo cáo chỉ gồm dữ kiện đã thu thập đến lúc dừng.",
    "The scan was stopped; this report rests on what was collected until then.")
  static let skippedByUser = text(
    "Có phần dữ kiện không được thu thập theo lựa chọn của người chạy airseal.",
    "Some facts were left out at the wish of whoever ran airseal.")
  static let pending = text(
    "airseal chưa kiểm tra được nội dung này; cần người kiểm tra xem xét và trả lời.",
    "airseal cannot check this yet; a person has to look into it and answer.")
  static let manual = text("Nội dung do người kiểm tra trả lời.", "Answered by a person.")
  static let noCollector = text("không có bộ thu thập nào ghi bảng này", "no collector filled this table")
  static let onlyFromDisk = text(
    "Dữ kiện chỉ đọc từ ổ đĩa: tình trạng kết nối và thiết bị chưa biết nên không thể kết luận ĐẠT.",
    "The facts were read from a disk only: links and devices are unknown, so the machine cannot pass.")

  static func missingCheck(_ id: String) -> LocalizedText {
    text(
      "Bộ quy tắc không có phép kiểm tra “\(id)” mà loại máy áp dụng yêu cầu.",
      "The rules lack the check “\(id)” that the profile asks for.")
  }

  static func foreignEdition(_ profile: String, _ instrument: String) -> LocalizedText {
    text(
      "Loại máy áp dụng “\(profile)” không có trong \(law(instrument).vi), nên không thể kết luận ĐẠT theo luật này.",
      "The profile “\(profile)” does not exist under \(law(instrument).en), so nothing can pass under it.")
  }

  static let nothingFound = text("Không có phát hiện.", "No findings.")
  static let notLookedInto = text(
    "Còn tài liệu, ảnh chưa đọc được trên máy đã kết nối; xem",
    "Documents or pictures on a connected machine were not read; see")
  static let missingFacts = text("Thiếu dữ kiện", "Facts are missing")
  static let controlCharacters = text(
    "Ký tự điều khiển hoặc ẩn trong tên tệp, tên mạng được ghi dưới dạng ⟨U+…⟩.",
    "Control and invisible characters in names are written as ⟨U+…⟩.")

  static func signs(_ count: Int, _ title: LocalizedText) -> LocalizedText {
    text(
      "\(count) trường hợp, xem mục “\(title.vi)” ở phần Phát hiện.",
      "\(count) cases, see “\(title.en)” among the findings.")
  }

  static func problem(_ problem: String) -> LocalizedText { text("Lỗi: \(problem)", "Error: \(problem)") }
}
