import Facts
import Rules

extension Wording {
  static func severity(_ severity: Severity) -> LocalizedText {
    switch severity {
    case .critical: text("rất nghiêm trọng", "critical")
    case .high: text("nghiêm trọng", "high")
    case .medium: text("trung bình", "medium")
    case .low: text("thấp", "low")
    }
  }

  static func effect(_ effect: Effect) -> LocalizedText {
    switch effect {
    case .required: text("bắt buộc", "required")
    case .blocksPass: text("phải làm rõ", "must be settled")
    case .informational: text("tham khảo", "informational")
    case .notSelected: text("không xét", "not selected")
    }
  }

  static func status(_ status: RuleResult.Status) -> LocalizedText {
    switch status {
    case .pass: text("phù hợp", "pass")
    case .fail: text("có phát hiện", "fail")
    case .error: text("lỗi khi kiểm tra", "error")
    case .unknown: text("chưa xác định được", "unknown")
    case .notapplicable: text("không áp dụng", "not applicable")
    case .notchecked: text("chưa kiểm tra", "not checked")
    case .notselected: text("không xét", "not selected")
    }
  }

  static func collection(_ status: CollectionStatus) -> LocalizedText {
    switch status {
    case .complete: text("đầy đủ", "complete")
    case .doesNotExist: text("đã xác minh là không có", "known to be absent")
    case .incomplete: text("không đầy đủ", "incomplete")
    case .error: text("lỗi khi thu thập", "error")
    case .notCollected: text("chưa thu thập", "not collected")
    case .notApplicable: text("không áp dụng", "not applicable")
    }
  }

  static func review(_ verdict: AnswerReview.Verdict) -> LocalizedText {
    switch verdict {
    case .accepted: text("được chấp nhận", "accepted")
    case .expired: text("không tính: đã hết hạn", "does not count: expired")
    case .otherMachine: text("không tính: trả lời cho máy khác", "does not count: speaks of another machine")
    case .testKey:
      text(
        "không tính: ký bằng khoá thử nghiệm, không dùng cho máy đang hoạt động",
        "does not count: signed with a test key, which cannot speak of a running machine")
    case .unknownCheck:
      text("không tính: bộ quy tắc không có phép kiểm tra này", "does not count: no such check in the rules")
    case .notAskable:
      text(
        "không tính: nội dung này do dữ kiện quyết định, không thay bằng trả lời được",
        "does not count: facts decide this check, no answer replaces them")
    case .outOfScope:
      text("không tính: không trúng phát hiện nào", "does not count: names nothing that was found")
    case .drafting:
      text(
        "không tính: tài liệu được soạn thảo trên máy, miễn trừ cơ yếu chỉ gồm việc lưu giữ",
        "does not count: it was drafted here, and a cipher waiver covers keeping only")
    }
  }

  static func waiver(_ kind: Waiver.Kind) -> LocalizedText {
    switch kind {
    case .authority: text("theo quyết định của cấp có thẩm quyền", "by a competent authority")
    case .cipher:
      text("theo pháp luật về cơ yếu, chỉ việc lưu giữ", "by the law on ciphers, for keeping only")
    }
  }

  static func reply(_ reply: Answer.Reply) -> LocalizedText {
    switch reply {
    case .pass: text("phù hợp", "holds")
    case .fail: text("không phù hợp", "does not hold")
    }
  }

  /// Strength of evidence; the letters are those of the fact tables.
  static func grade(_ grade: Grade) -> LocalizedText {
    switch grade {
    case .a: text("A – chứng minh đã trao đổi với bên ngoài", "A – exchange with a remote party proven")
    case .b: text("B – đã thiết lập liên kết với bên khác", "B – a link to another party came up")
    case .p: text("P – đã cắm điện thoại hoặc modem", "P – a phone or modem was attached")
    case .c:
      text(
        "C – chỉ là cấu hình, khả năng, hoặc có trước khi cài đặt",
        "C – configured, capable, or older than this installation")
    case .r: text("R – chỉ có phần cứng", "R – hardware only")
    }
  }

  /// A property of a part of the machine; the name itself where it is not known.
  static func property(_ name: String) -> LocalizedText {
    switch name {
    case "vendor": text("hãng", "vendor")
    case "model", "product": text("kiểu máy", "model")
    case "version": text("phiên bản", "version")
    case "serial": text("số sê-ri", "serial")
    case "type": text("loại", "type")
    case "date": text("ngày", "date")
    case "address": text("địa chỉ", "address")
    case "name": text("tên", "name")
    case "id": text("mã", "identifier")
    default: text(name, name)
    }
  }

  static func nature(_ nature: ScanNature) -> LocalizedText {
    switch nature {
    case .live: text("thu thập trên máy đang hoạt động", "collected on the running machine")
    case .root:
      text(
        "đọc từ ổ đĩa của máy, không phải máy đang hoạt động (không dùng để dán tem)",
        "read from the machine's disk, not from the running machine (cannot be stamped)")
    case .recording:
      text(
        "lấy từ bản ghi, không phải máy đang hoạt động (không dùng để dán tem)",
        "taken from a recording, not from the running machine (cannot be stamped)")
    case .medium:
      text(
        "đọc từ phương tiện lưu trữ, chỉ đọc, không ghi gì lên đó",
        "read from the medium, to which nothing was written")
    }
  }
}
