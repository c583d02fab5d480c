import Rules

/// The argument parser's own words in Vietnamese; what airseal itself says, and what the user typed, stays as it is.
enum ParserSpeech {
  /// Headings and sentences that stand alone in a line of the parser.
  private static let words = [
    ("OVERVIEW: ", "TÓM TẮT: "), ("USAGE: ", "CÁCH DÙNG: "), ("ARGUMENTS:", "THAM SỐ:"),
    ("OPTIONS:", "TUỲ CHỌN:"), ("SUBCOMMANDS:", "CÁC LỆNH:"), ("Usage: ", "Cách dùng: "),
    ("Error: ", "Lỗi: "), ("Help:  ", "Ý nghĩa:  "), ("Unknown option", "Không có tuỳ chọn"),
    ("Missing expected argument", "Thiếu tham số"), ("Missing value for", "Thiếu giá trị cho"),
    ("Show the version.", "Cho biết phiên bản."),
    ("Show help information.", "Cho biết cách dùng."),
    ("Show subcommand help information.", "Cho biết cách dùng của một lệnh."),
    ("(default:", "(mặc định:"), ("(values:", "(giá trị:"), ("; default:", "; mặc định:"),
    (" (default) ", " (mặc định) "), ("is invalid for", "không hợp lệ cho"), ("The value ", "Giá trị "),
    ("for more information.", "để biết thêm."), ("  See '", "  Xem '"),
    ("for detailed help.", "để biết chi tiết."), ("Please provide one of", "Chọn một trong"),
    ("<subcommand>", "<lệnh>"), ("<options>", "<tuỳ chọn>"),
  ]

  static func localized(_ text: String, _ language: Language = Speech.language) -> String {
    guard language == .vi else { return text }
    return words.reduce(text) { $0.replacing($1.0, with: $1.1) }
      .replacing(#/Did you mean '(?<name>[^']*)'\?/#) { "Có phải là '\($0.output.name)' không?" }
      .replacing(#/(?<n>\d+) unexpected arguments: /#) { "Thừa \($0.output.n) tham số: " }
      .replacing("Unexpected argument ", with: "Thừa tham số ")
      .replacing(#/' (?:or|and) '/#) { _ in "' hoặc '" }
  }
}
