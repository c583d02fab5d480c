import Rules
import Stamping

/// A stamp as people read it.
enum StampSheet {
  static func text(_ signed: SignedStamp, pack: RulePack, _ language: Language) throws -> String {
    let stamp = signed.stamp
    let profile = pack.profile(stamp.profile)?.title[language] ?? stamp.profile
    var rows = [
      [say("Số tem", "Serial"), stamp.serial], [say("Mã đối chiếu", "Code"), try signed.tem().shortCode],
      [say("Nơi cấp", "Issuer"), stamp.issuer], [say("Người kiểm tra", "Inspector"), stamp.inspector],
      [say("Đơn vị sử dụng", "Unit"), stamp.unit], [say("Máy", "Machine"), stamp.machineName],
      [say("Mã nhận dạng máy", "Machine identifier"), String(stamp.machine.prefix(16))],
      [say("Loại máy", "Profile"), "\(profile) (\(stamp.profile))"],
      [say("Ngày cấp", "Issued"), RegisterWords.day(stamp.issued)],
      [say("Có giá trị đến", "Valid until"), RegisterWords.day(stamp.validUntil)],
      [say("Luật áp dụng", "Edition of the law"), stamp.law],
      [say("Kết luận", "Verdict"), say("ĐẠT", "pass")],
    ]
    if let record = stamp.record { rows.append([say("Biên bản", "Record"), record]) }
    if !stamp.seals.isEmpty {
      rows.append([say("Niêm phong", "Seals"), stamp.seals.joined(separator: ", ")])
    }
    for radio in stamp.baseline.radios {
      let kind = pack.labels.text("kind.\(radio.kind.rawValue)")[language]
      rows.append([say("Thu phát đã xác nhận", "Radio that was settled"), "\(kind) \(radio.subject)"])
    }
    rows += [
      [say("Phương tiện đã đăng ký", "Registered media"), "\(stamp.baseline.media.count)"],
      [say("Thẻ mạng", "Network cards"), stamp.baseline.networkCards.joined(separator: ", ")],
      [say("Hệ điều hành", "System"), "\(stamp.baseline.system.id) \(stamp.baseline.system.version)"],
      [say("SHA-256 của dữ kiện", "SHA-256 of the facts"), stamp.facts],
      [say("SHA-256 của quy tắc", "SHA-256 of the rules"), stamp.rules],
      [say("Khoá ký", "Key"), "\(signed.key.name) (\(signed.key.kid))"],
    ]
    if signed.key.isTest {
      rows.append([
        say("Lưu ý", "Note"), say("tem thử nghiệm, không có giá trị", "a test stamp, without worth"),
      ])
    }
    return Grid.columns(rows.map { [$0[0], Grid.visible($0[1])] })
  }
}
