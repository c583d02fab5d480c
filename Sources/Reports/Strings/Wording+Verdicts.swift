import Rules

extension Wording {
  static func fitness(_ fitness: Fitness) -> LocalizedText {
    switch fitness {
    case .compliant: text("ĐẠT", "PASS")
    case .nonCompliant: text("KHÔNG ĐẠT", "FAIL")
    case .undetermined: text("CHƯA KẾT LUẬN", "UNDETERMINED")
    }
  }

  static func violation(_ violation: Violation) -> LocalizedText {
    switch violation {
    case .signs: text("CÓ DẤU HIỆU VI PHẠM", "SIGNS OF A VIOLATION")
    case .noneFound: text("CHƯA PHÁT HIỆN", "NONE FOUND")
    case .insufficient: text("CHƯA ĐỦ CĂN CỨ", "INSUFFICIENT GROUNDS")
    }
  }

  static func fitnessMeaning(_ fitness: Fitness) -> LocalizedText {
    switch fitness {
    case .compliant:
      text(
        "Mọi nội dung bắt buộc của loại máy áp dụng đều phù hợp.",
        "Everything that the profile requires holds.")
    case .nonCompliant:
      text(
        "Có ít nhất một nội dung bắt buộc không phù hợp.",
        "At least one thing that the profile requires does not hold.")
    case .undetermined:
      text(
        "Chưa đủ dữ kiện hoặc còn nội dung phải có người kiểm tra xác nhận.",
        "Facts are missing, or a person has still to confirm something.")
    }
  }

  static let fitnessQuestion = text(
    "Điều kiện sử dụng: máy có đủ điều kiện theo loại máy áp dụng không?",
    "Fitness: may this machine be used for its purpose?")
  static let violationQuestion = text(
    "Dấu hiệu vi phạm: có dấu hiệu đã xảy ra hành vi bị nghiêm cấm trên máy này không?",
    "Violation: are there signs that the forbidden act happened on this machine?")
  static let asked = text("kết luận chính", "main verdict")

  static func law(_ instrument: String) -> LocalizedText { text("Luật \(instrument)", "Law \(instrument)") }

  /// As "khoản 5 Điều 5 Luật 29/2018/QH14".
  static func clause(_ clause: LocalizedText?, _ instrument: String) -> LocalizedText {
    guard let clause else { return law(instrument) }
    let link = clause.vi.contains("Điều") ? " " : ", "
    return text("\(clause.vi)\(link)\(law(instrument).vi)", "\(clause.en), \(law(instrument).en)")
  }

  static func replacedLaw(_ old: String, _ day: LocalizedText, _ basis: LocalizedText) -> LocalizedText {
    text(
      "\(law(old).vi) hết hiệu lực từ \(day.vi); căn cứ hiện hành: \(basis.vi)",
      "\(law(old).en) ceased to be in force on \(day.en); basis now in force: \(basis.en)")
  }

  static func stillInForce(_ old: String) -> LocalizedText {
    text(
      "Tại thời điểm thu thập dữ kiện, \(law(old).vi) còn hiệu lực.",
      "When the facts were collected, \(law(old).en) was in force.")
  }

  static func before(_ day: LocalizedText) -> LocalizedText { text("Trước \(day.vi)", "Before \(day.en)") }
  static func since(_ day: LocalizedText) -> LocalizedText { text("Từ \(day.vi)", "Since \(day.en)") }
}
