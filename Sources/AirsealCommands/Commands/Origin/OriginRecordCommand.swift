import ArgumentParser
import Collectors
import Facts
import Foundation
import Scanning

/// `airseal origin record`
struct OriginRecordCommand: ParsableCommand {
  enum Basis: String, ExpressibleByArgument, CaseIterable {
    case purchase
    case wiping

    var fact: OriginBasis { self == .purchase ? .purchase : .wiping }
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "record",
      abstract: say(
        "Ký hồ sơ nguồn gốc ổ đĩa: hoá đơn mua mới hoặc biên bản xoá an toàn.",
        "Sign a record of a disk's origin: an invoice for a new one, or a record of its secure wiping."),
      discussion: say(
        """
        Hồ sơ gắn với số sê-ri ổ đĩa, làm mốc ban đầu của lịch sử: số giờ chạy trước ngày đó không còn là câu hỏi.
        Số giờ chạy sau ngày đó mà trước khi cài đặt thì vẫn là câu hỏi. Tệp đặt tại /var/lib/airseal/origin.jws
        trên máy, hoặc dùng bằng airseal scan --origin.
        Ví dụ:
          airseal origin record --basis wiping --day 2026-04-28 --disk SSD0001 --hours 8930 --document 'BB 12/BB-X' \\
            --inspector 'Trần Thị B' --unit 'Phòng X' --statement 'Đã xoá an toàn, có chứng kiến' --key khoa
        """,
        """
        The record is bound to the disk's serial and is the baseline of the history: hours before its day are no longer a
        question; hours after it and before the installation still are. The file belongs at /var/lib/airseal/origin.jws of
        the machine, or is used by airseal scan --origin.
        Example:
          airseal origin record --basis wiping --day 2026-04-28 --disk SSD0001 --hours 8930 --document 'Record 12' \\
            --inspector 'Tran Thi B' --unit 'Office X' --statement 'Wiped before witnesses' --key key
        """))
  }

  @Option(
    help: ArgumentHelp(
      say(
        "purchase: hoá đơn, biên bản bàn giao ổ đĩa mới; wiping: biên bản xoá an toàn.",
        "purchase: invoice or handover of a new disk; wiping: record of secure wiping.")))
  var basis: Basis

  @Option(
    help: ArgumentHelp(
      say("Ngày mua hoặc ngày xoá.", "Day of the purchase or wiping."), valueName: "yyyy-mm-dd"))
  var day: String

  @Option(
    help: ArgumentHelp(
      say(
        "Số sê-ri ổ đĩa ghi trong văn bản; dùng được nhiều lần.",
        "Serial of a disk in the document; may be repeated."), valueName: "serial"))
  var disk: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "Số giờ ổ đĩa đã chạy vào ngày đó (smartctl); ổ đĩa mới là 0.",
        "Hours that the disk had run by that day (smartctl); 0 for a new one."), valueName: "hours"))
  var hours: Int64?

  @Option(
    help: ArgumentHelp(
      say("Số hoá đơn hoặc biên bản.", "Number of the invoice or record."), valueName: "number"))
  var document: String

  @OptionGroup var signing: SigningOptions

  @OptionGroup var vouching: StatementOptions

  @Option(
    help: ArgumentHelp(say("Tệp hồ sơ, được nối thêm.", "Record file, appended to."), valueName: "file"))
  var file = "origin.jws"

  func run() throws {
    for (name, text) in [("--document", document)] + vouching.named {
      _ = try AnswerStatement.given(name, text)
    }
    guard !disk.isEmpty else {
      throw Failure(.usage, "Cần ít nhất một --disk.", "At least one --disk is needed.")
    }
    for serial in disk where !OriginRecord.isOwn(serial) {
      throw Failure(
        .usage, "Số sê-ri “\(serial)” không xác định được riêng một ổ đĩa; không lập hồ sơ được.",
        "The serial “\(serial)” names no single disk; no record can be made for it.")
    }
    if let hours, hours < 0 {
      throw Failure(.usage, "--hours không được âm.", "--hours must not be negative.")
    }
    let now = Int64(Date().timeIntervalSince1970)
    guard let start = CivilDay.start(day, offset: 7 * 3600), start <= now else {
      throw Failure(
        .usage, "--day nhận ngày đã qua dạng 2026-04-28.", "--day takes a past day written as 2026-04-28.")
    }
    let signer = try signing.signer()
    let record = OriginRecord(
      basis: basis.fact, disks: disk, day: start, hours: hours, document: document,
      statement: vouching.statement, inspector: vouching.inspector, unit: vouching.unit, issued: now)
    try Output.append(try OriginRecordLoader.sign(record, with: signer), to: file)
    try Output.print(
      say(
        "Đã ký hồ sơ nguồn gốc của \(disk.count) ổ đĩa và ghi vào \(file).",
        "Signed the origin of \(disk.count) disk(s) into \(file)."))
    if signer.publicKey.isTest {
      Output.note(
        say(
          "Lưu ý: khoá thử nghiệm; hồ sơ không có giá trị với máy đang hoạt động.",
          "Note: a test key; the record does not count for a running machine."))
    }
  }
}
