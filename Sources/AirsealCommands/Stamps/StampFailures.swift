import Foundation
import Rules
import Scanning
import Stamping

extension Failure {
  /// Why a machine gets no stamp.
  init(_ refusal: StampRefusal) {
    switch refusal {
    case .medium:
      self.init(
        .usage, "Dữ kiện là của phương tiện lưu trữ; chỉ dán tem cho máy.",
        "The facts are those of a medium; only machines are stamped.")
    case .selfCheck:
      self.init(
        .usage, "Không cấp tem theo kết quả tự kiểm tra; quét lại bằng airseal scan.",
        "No stamp rests on a self-check; scan the machine with airseal scan.")
    case .notCompliant(let law, .nonCompliant):
      self.init(
        .fails, "Không cấp tem: máy KHÔNG ĐẠT theo luật \(law).",
        "No stamp: the machine fails under the law of \(law).")
    case .notCompliant(let law, _):
      self.init(
        .undetermined, "Không cấp tem: CHƯA KẾT LUẬN được theo luật \(law).",
        "No stamp: undetermined under the law of \(law).")
    case .noLawInForce:
      self.init(
        .cannotWork, "Không cấp tem: bộ quy tắc không có luật nào đang có hiệu lực hôm nay.",
        "No stamp: no law of the rule pack is in force today.")
    case .needsTestKey:
      self.init(
        .usage,
        "Dữ kiện không thu thập trên máy đang hoạt động; chỉ ký được bằng khoá thử nghiệm (key new --test).",
        "The facts are not those of a running machine; only a key for tests (key new --test) may sign.")
    case .testKey:
      self.init(
        .usage, "Khoá thử nghiệm không dùng để dán tem cho máy đang hoạt động.",
        "A key for tests cannot stamp a running machine.")
    case .factsTooOld(let days):
      self.init(
        .usage, "Dữ kiện đã \(days) ngày; quét lại máy rồi cấp tem.",
        "The facts are \(days) days old; scan the machine again.")
    case .clockSetBack:
      self.init(
        .usage, "Đồng hồ đang chạy trước thời điểm thu thập dữ kiện; chỉnh lại đồng hồ.",
        "The clock stands before the collection of the facts; set it right.")
    case .endsBeforeItBegins:
      self.init(.usage, "Thời hạn của tem không hợp lệ.", "The stamp would end before it begins.")
    }
  }

  /// Why a register cannot be used.
  init(_ error: RegisterError) {
    switch error {
    case .busy(let path):
      self.init(
        .cannotWork, "Sổ đang được một lệnh airseal khác ghi (\(path)); thử lại sau.",
        "Another airseal is writing the registers (\(path)); try again later.")
    case .system(let path, let code):
      let reason = SystemWords.reason(code)
      self.init(.cannotWork, "Không ghi được \(path): \(reason).", "Cannot write \(path): \(reason).")
    case .damaged(let path):
      self.init(
        .cannotWork, "\(path) không phải sổ theo dõi hoặc đã hỏng; khôi phục từ bản lưu.",
        "\(path) is no register, or is damaged; restore it from a copy.")
    case .numberTaken(let path):
      self.init(
        .cannotWork,
        "Đã có \(path) mà sổ không ghi nhận: sổ cũ hơn các tệp đã cấp. Khôi phục sổ mới nhất trước khi cấp tiếp.",
        "\(path) is there, but not in the register: the register is older than its files. Restore the latest first."
      )
    case .clockSetBack(let last):
      self.init(
        .usage, "Đồng hồ chạy trước lần cấp tem gần nhất (\(RegisterWords.day(last))); chỉnh lại đồng hồ.",
        "The clock stands before the last issue (\(RegisterWords.day(last))); set it right.")
    case .noStamp(let serial):
      self.init(
        .usage, "Trong sổ không có tem \(Grid.visible(serial)).",
        "The register holds no stamp \(Grid.visible(serial)).")
    case .alreadyVoid(let serial):
      self.init(.usage, "Tem \(serial) đã bị thu hồi từ trước.", "The stamp \(serial) is void already.")
    case .otherKey(let serial):
      self.init(
        .doesNotVerify, "Tem \(Grid.visible(serial)) do khoá khác ký hoặc khác với tem trong sổ.",
        "The stamp \(Grid.visible(serial)) was signed by another key, or is not the one of the register.")
    case .otherEntry(let name):
      self.init(
        .doesNotVerify, "Trong sổ đã có \(Grid.visible(name)) với nội dung khác.",
        "The register holds \(Grid.visible(name)) with another content.")
    case .badSeries(let series):
      self.init(
        .usage, "Ký hiệu dãy số “\(Grid.visible(series))” phải gồm 1 đến 8 chữ in hoa, chữ số.",
        "The series “\(Grid.visible(series))” must be 1 to 8 capital letters and digits.")
    case .malformed(let path, let line):
      self.init(
        .doesNotVerify, "\(path):\(line): không đúng mẫu sổ theo dõi tem.",
        "\(path):\(line): not a line of the register of stamps.")
    }
  }
}
