import Rules

extension Wording {
  static let title = text("KẾT QUẢ KIỂM TRA MÁY TÍNH", "INSPECTION OF A COMPUTER")
  static let subtitle = text("về bảo vệ bí mật nhà nước", "for the protection of state secrets")

  static let machine = text("Máy", "Machine")
  static let machineDigest = text("Mã nhận dạng máy", "Machine identifier")
  static let serial = text("số sê-ri", "serial")
  static let hostName = text("tên máy", "host name")
  static let unknownMachine = text(
    "không đọc được nhận dạng phần cứng", "hardware identity could not be read")
  static let when = text("Thời điểm", "Time")
  static let profile = text("Loại máy áp dụng", "Profile")
  static let origin = text("Nguồn dữ kiện", "Source of facts")
  static let system = text("Hệ điều hành", "Operating system")

  static let actions = text("Việc cần làm", "What to do")
  static let findings = text("Phát hiện", "Findings")
  static let violations = text("Dấu hiệu vi phạm theo thời kỳ", "Signs of a violation, by period")
  static let open = text("Nội dung còn chưa kết luận", "What stands between this machine and a pass")
  static let blind = text("Dữ kiện chưa đọc được đầy đủ", "Facts that could not be fully read")
  static let gaps = text("Mục không đọc được", "Items that could not be read")
  static let informational = text("Thông tin tham khảo", "For information")
  static let passed = text("Nội dung phù hợp", "What holds")
  static let answers = text("Trả lời của người kiểm tra", "Answers of people")
  static let waivers = text("Miễn trừ có chữ ký số", "Signed waivers")
  static let approver = text("Người phê duyệt", "Approved by")
  static let ledger = text("Tình trạng thu thập dữ kiện", "Collection of facts")
  static let identity = text("Nhận dạng máy", "Identity of the machine")
  static let digests = text("Mã băm và tệp kèm theo", "Digests and files")

  static let basis = text("Căn cứ", "Basis")
  static let requirement = text("Yêu cầu", "Requirement")
  static let seen = text("Đã thấy", "Seen")
  static let place = text("Nơi ghi nhận", "Where")
  static let moment = text("Thời gian", "When")
  static let strength = text("Mức độ căn cứ", "Strength")
  static let reason = text("Lý do", "Reason")
  static let remedy = text("Biện pháp", "Remedy")
  static let question = text("Câu hỏi", "Question")
  static let forChecks = text("đối với", "for")
  static let certainty = text("độ chắc chắn", "certainty:")
  static let subject = text("mã phát hiện", "subject")
  static let notFound = text("không phát hiện", "not found")
  static let settled = text("đã có xác nhận của người kiểm tra", "settled by a person's answer")
  static let page = text("trang", "page")
  static let lineNumber = text("dòng", "line")
  static let noTime = text("không rõ thời gian", "time unknown")
  static let noGrade = text("–", "–")
  static let olderThanSystem = text("dấu vết có trước khi cài đặt", "older than this installation")
  static let name = text("Nội dung", "Item")
  static let table = text("Bảng dữ kiện", "Table")
  static let collector = text("Bộ thu thập", "Collector")
  static let state = text("Tình trạng", "Status")
  static let rows = text("Số dòng", "Rows")
  static let skipped = text("Bỏ qua", "Skipped")
  static let answer = text("Trả lời", "Answer")
  static let signer = text("Người trả lời", "Signed by")
  static let validity = text("Hiệu lực", "Validity")
  static let value = text("Giá trị", "Value")

  static let factsDigest = text("SHA-256 của dữ kiện", "SHA-256 of the facts")
  static let journalHead = text("Mục cuối của nhật ký giám sát", "Last entry of the watch journal")
  static let rulesDigest = text("SHA-256 của quy tắc", "SHA-256 of the rules")
  static let factsFile = text("Dữ kiện đã niêm phong", "Sealed facts")
  static let htmlFile = text("Báo cáo HTML", "HTML report")
  static let signatures = text("Phần ký xác nhận", "Signatures")
  static let inspector = text("Người kiểm tra", "Inspector")
  static let keeper = text("Người quản lý, sử dụng máy", "Keeper of the machine")
  static let signHere = text("(Ký, ghi rõ họ tên)", "(signature and name)")

  static func times(_ count: Int64) -> LocalizedText { text("\(count) lần", "\(count) times") }

  static func more(_ count: Int, _ place: LocalizedText) -> LocalizedText {
    text("… và \(count) mục khác, xem \(place.vi)", "… and \(count) more, see \(place.en)")
  }

  static let inHTMLOrJSON = text("báo cáo HTML/JSON", "the HTML or JSON report")
  static let inJSON = text("báo cáo JSON", "the JSON report")

  static func ledgerSummary(_ tables: Int, _ conclusive: Int, _ rows: Int64, _ skipped: Int64)
    -> LocalizedText
  {
    text(
      "\(conclusive)/\(tables) bảng đọc được đầy đủ; \(rows) dòng dữ kiện; \(skipped) mục không đọc được.",
      "\(conclusive) of \(tables) tables fully read; \(rows) facts; \(skipped) items that could not be read.")
  }
}
