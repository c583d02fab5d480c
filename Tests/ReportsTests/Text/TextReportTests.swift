import Facts
import Rules
import TestSupport
import Testing

@testable import Reports

@Suite struct TextReportTests {
  func text(_ sample: SampleOutcome = .init(), _ options: ReportOptions = .init()) -> String {
    TextReport(outcome: sample.outcome(), options: options).render()
  }

  @Test(arguments: Language.allCases)
  func snapshot(_ language: Language) throws {
    try assertSnapshot(text(.init(), .init(language: language)), "findings.\(language.rawValue).txt")
    var clean = SampleOutcome()
    clean.findings = false
    clean.answers = Array(clean.reviews.prefix(1))
    try assertSnapshot(text(clean, .init(language: language)), "compliant.\(language.rawValue).txt")
  }

  @Test func bothAnswersUnderBothEditionsComeFirst() throws {
    let lines = text().split(separator: "\n", omittingEmptySubsequences: false).prefix(24)
    let sentence = """
      Luật 29/2018/QH14 hết hiệu lực từ 01/3/2026; căn cứ hiện hành: khoản 2 Điều 5 Luật 117/2025/QH15
      """
    #expect(lines.contains { $0.contains(sentence) && $0.contains("CHƯA KẾT LUẬN") })
    #expect(lines.contains { $0.contains("Khoản 5 Điều 5 Luật 29/2018/QH14") && $0.contains("KHÔNG ĐẠT") })
    #expect(lines.contains { $0.contains("Trước 01/3/2026") && $0.contains("CÓ DẤU HIỆU VI PHẠM") })
    #expect(lines.contains { $0.contains("Từ 01/3/2026") && $0.contains("CHƯA ĐỦ CĂN CỨ") })
    #expect(lines.contains { $0.contains("kết luận thuộc thẩm quyền") })
    #expect(lines.contains { $0.contains("Dell Inc. OptiPlex 7010") })
    #expect(lines.contains { $0.contains("21/11/2026 ") && $0.contains("UTC+07:00") })
    #expect(lines.contains { $0.contains("(drafting)") })
  }

  @Test func sentenceStandsWhateverEditionIsAsked() {
    var sample = SampleOutcome()
    sample.asked = "2025"
    let report = text(sample)
    #expect(report.contains("117/2025/QH15 (kết luận chính):  CHƯA KẾT LUẬN"))
    #expect(report.contains("căn cứ hiện hành: khoản 2 Điều 5 Luật 117/2025/QH15:  CHƯA KẾT LUẬN"))
    #expect(report.contains("Khoản 5 Điều 5 Luật 29/2018/QH14:  KHÔNG ĐẠT"))
  }

  @Test func factsOlderThanTheNewLawSaySo() {
    var sample = SampleOutcome()
    sample.collectedAt = 1_740_000_000
    #expect(text(sample).contains("Luật 29/2018/QH14 còn hiệu lực"))
    #expect(!text().contains("còn hiệu lực."))
  }

  @Test(arguments: [ScanNature.recording, .root])
  func recordingAndRootAreNamed(_ nature: ScanNature) {
    var sample = SampleOutcome()
    sample.nature = nature
    #expect(text(sample).contains("không dùng để dán tem"))
    #expect(!text().contains("dán tem"))
  }

  @Test func withoutRootItSaysHowToRunFully() {
    var sample = SampleOutcome()
    sample.uid = 1000
    #expect(text(sample).contains("sudo airseal scan"))
    #expect(!text().contains("sudo"))
  }

  @Test(arguments: [
    (Reason.cancelled, "bị dừng giữa chừng"), (.skippedByUser, "theo lựa chọn của người chạy"),
  ])
  func whatLimitsTheScanIsOnTheFirstScreen(_ reason: Reason, _ words: String) throws {
    var sample = SampleOutcome()
    sample.extraLedger = [
      .init(tableName: "document_scan", source: "documents", status: .notCollected, reason: reason)
    ]
    let report = text(sample)
    let place = try #require(report.range(of: words)?.lowerBound)
    #expect(try place < #require(report.range(of: "VIỆC CẦN LÀM")).lowerBound)
    #expect(!text().contains(words))
  }

  @Test func longListsAreCutUnlessAskedFor() {
    #expect(text().contains("… và 2 mục khác, xem báo cáo HTML/JSON"))
    #expect(!text().contains("203.0.113.6"))
    #expect(text(.init(), .init(verbose: true)).contains("203.0.113.6"))
  }

  @Test func whatAirsealCannotCheckYetIsSaid() {
    #expect(text().contains("airseal chưa kiểm tra được nội dung này"))
  }

  @Test func obstaclesBesideChecksAreNamed() {
    var sample = SampleOutcome()
    sample.findings = false
    sample.effects = [
      "badusb_suspect": .blocksPass, "os_supported": .required, "phone_history": .notSelected,
    ]
    sample.nature = .root
    let report = text(sample)
    #expect(report.contains("“badusb_suspect”"))
    #expect(!report.contains("“os_supported”") && !report.contains("phone_history"))
    #expect(report.contains("không thể kết luận ĐẠT"))
  }

  @Test func subjectsOfAnswersAreNamed() {
    #expect(text().contains("mã phát hiện: wlan0"))
  }

  @Test func neverTellsToDestroyData() {
    let report = text()
    #expect(report.contains("không tự xoá dữ liệu"))
    #expect(!report.lowercased().replacing("không tự xoá dữ liệu", with: "").contains("xoá"))
  }

  @Test func wrapsToItsWidthButForTheSentence() {
    for width in [60, 80, 120] {
      let lines = text(.init(), .init(width: width)).split(separator: "\n")
      let long = lines.filter { $0.count > width }
      #expect(
        long.allSatisfy { $0.contains("Luật") && $0.contains("Điều 5") || $0.contains("SHA-256") },
        "\(width): \(long)")
    }
  }

  @Test func nothingForTheTerminalButItsOwnColours() {
    var sample = SampleOutcome()
    sample.ssid = "\u{1B}]0;x\u{07}\u{1B}[2Jabc\r\u{9B}31m\u{202E}cod.exe\u{2066}\n\u{A0}\u{200B}\u{E0041}"
    let plain = text(sample, .init(verbose: true))
    let unsafe = plain.unicodeScalars.filter { $0 != "\n" && Printable.isUnsafe($0) }
    #expect(unsafe.isEmpty)
    #expect(plain.contains("⟨U+001B⟩") && plain.contains("⟨U+202E⟩") && plain.contains("⟨U+E0041⟩"))
    let coloured = text(sample, .init(color: true, verbose: true))
    let sequences = coloured.matches(of: /\u{1B}\[[0-9;]*m/)
    #expect(!sequences.isEmpty)
    #expect(coloured.unicodeScalars.filter { $0 == "\u{1B}" }.count == sequences.count)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }
}
