import Foundation

/// How often bytes stand in files that bear no marking, by a sample of such texts in the encodings of Unicode.
///
/// It decides about speed only.
struct OrdinaryText: Sendable {
  static let shared = OrdinaryText()

  private var windows: [Int: Float] = [:]
  private var bytes = [Float](repeating: 0.1 / 256, count: 256)

  private init() {
    let decomposed = Self.vietnamese.decomposedStringWithCanonicalMapping
    var texts: [(bytes: [UInt8], weight: Float)] = [
      (Array(Self.vietnamese.utf8), 0.35), (Array(decomposed.utf8), 0.1), (Array(Self.ascii.utf8), 0.35),
      (Unicodes.bytes(Self.ascii)[1], 0.03), ([UInt8](repeating: 0, count: 64), 0.02),
    ]
    for wide in Unicodes.bytes(Self.vietnamese).dropFirst() { texts.append((wide, 0.03)) }
    texts.append(((1...64).flatMap { number -> [UInt8] in [number, 0, 0, 0] }, 0.02))
    for (text, weight) in texts {
      let share = weight / Float(text.count)
      for at in text.indices {
        bytes[Int(text[at])] += 0.9 * share
        guard at + 2 < text.count else { continue }
        let window = Int(text[at]) | Int(text[at + 1]) << 8 | Int(text[at + 2]) << 16
        windows[window, default: 0] += share
      }
    }
  }

  /// The estimated share of positions at which three bytes stand, the first in the lowest bits.
  func share(of window: Int) -> Float {
    (windows[window] ?? 0) + bytes[window & 255] * bytes[window >> 8 & 255] * bytes[window >> 16]
  }

  private static let vietnamese = """
    Căn cứ Luật Tổ chức chính quyền địa phương; theo đề nghị của Chánh Văn phòng, Ủy ban nhân dân tỉnh ban hành kế hoạch
    công tác quý ba năm hai nghìn không trăm hai mươi lăm như sau: “Các sở, ban, ngành và ủy ban nhân dân các huyện, thị
    xã, thành phố thực hiện nghiêm túc chế độ thông tin, báo cáo định kỳ”; tổng hợp số liệu thu chi ngân sách, giải quyết
    khó khăn, vướng mắc của doanh nghiệp. Hội đồng họp lúc bảy giờ ba mươi phút, đề nghị đồng chí đến dự đúng giờ.
    Nhà trường đã mở lớp bồi dưỡng tin học cho cán bộ, viên chức; học phí do đơn vị chi trả, lá đơn và mã số nói rõ.
    Bốn tổ máy phát điện được lắp đặt, góp phần cấp nước sạch cho người dân vùng cao, có đủ sách vở đến lớp.
    Bóng đá, bơi lội, cầu lông và các hoạt động văn nghệ rất phong phú, hấp dẫn; mỗi môn một đội, nối tiếp nhau.
    Tàu cập bến, khách xuống xe buýt, mua vé rồi tiếp tục hành trình. Mặt trời mọc, mây tan, đất trời ấm áp.
    Thật ra việc này chưa cần gấp: trước hết phải sắp xếp hồ sơ, thống nhất cách làm, rồi mới lập dự toán.
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM – Độc lập – Tự do – Hạnh phúc. KẾ HOẠCH CÔNG TÁC. THÔNG BÁO TỔ CHỨC HỘI NGHỊ.
    """

  private static let ascii = """
    The following options are accepted by this command; see the manual for a complete list of them. If the format of a
    file cannot be determined, do not match it at all: return an error and the status of the system.
    int main(void) { for (size_t i = 0; i < count; i++) sum += data[i]; return 0; } #define LIMIT 0x1F
    <div class="content"><a href="https://example.org/docs/index.html?a=1&amp;b=2">Documentation</a></div>
    import Foundation public struct Domain: Sendable { let domain: String? } {"name": "value", "format": [1, 2, 3]}
    2026-01-02 03:04:05 host systemd[1]: Started daily download activities. C:\\Users\\me\\Documents\\automatic.txt
    domain matching document boot template atomic do make do more ELF .text .rodata GLIBC_2.34 deadbeef0123456789abcdef
    """
}
