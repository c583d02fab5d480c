import Facts

@testable import Rules

/// An invented outcome, to be changed by tests.
struct SampleOutcome {
  static let collectedAt: Int64 = 1_795_234_380
  static let topSecret = "/home/user/Documents/Ke hoach bao ve muc tieu X.docx"
  static let secret = "/home/user/Documents/Danh sach.odt"

  var nature = ScanNature.live
  var medium: Medium?
  var uid: Int64 = 0
  var occasion = ScanOccasion.inspection
  var journalHead: String?
  var asked = "2018"
  var collectedAt = Self.collectedAt
  var ssid = "Cafe <b>Sông Hương</b>"
  var findings = true
  var contacts = 7
  var effects: [String: Effect] = [:]
  var extraGaps: [CollectionGap] = []
  var extraLedger: [CollectionRecord] = []
  var answers: [AnswerReview]?

  func check(
    _ id: String, _ vi: String, _ en: String, _ severity: Severity, _ method: Check.Method? = nil,
    question: LocalizedText? = nil, remediation: LocalizedText? = nil
  ) -> Check {
    Check(
      id: id, title: .init(vi: vi, en: en),
      statement: .init(vi: "Yêu cầu đối với “\(vi)”.", en: "Requirement on “\(en)”."),
      severity: severity, method: method ?? .query(sql: "SELECT 1", existence: .noneExist, monotone: true),
      subject: [], message: .init(vi: "", en: ""),
      remediation: remediation ?? .init(vi: "Khắc phục: \(vi).\n", en: "Remedy: \(en).\n"),
      question: question, examples: [])
  }

  var contactRows: [Evidence] {
    (0..<contacts).map { number in
      let time = 1_780_000_000 + Int64(number) * 86_400
      return Evidence(
        columns: [
          ("source", .text("network_manager")), ("kind", .text("wifi_access_point")),
          ("path", .text("/var/lib/NetworkManager/seen-bssids")), ("name", .text(ssid)),
          ("first_seen", .integer(time)), ("last_seen", .integer(time + 3600)),
          ("time_basis", .text("file_time")), ("grade", .text(number == 0 ? "B" : "A")),
          ("before_install", .integer(0)), ("occurrences", .integer(Int64(number + 1))),
        ],
        message: .init(
          vi: "Đã kết nối mạng Wi-Fi “\(ssid)” qua 203.0.113.\(number)",
          en: "Joined the Wi-Fi network “\(ssid)” through 203.0.113.\(number)"),
        subject: "contact-\(number)", isSettled: false)
    }
  }

  func documentRow(_ path: String, _ level: MarkingLevel, page: Int64) -> Evidence {
    Evidence(
      columns: [
        ("path", .text(path)), ("sha256", .text("c0ffee12" + String(repeating: "0", count: 56))),
        ("level", .text(level.rawValue)), ("page", .integer(page)), ("line", .integer(3)),
        ("confidence", .text("high")), ("modified_at", .integer(1_781_000_000)), ("grade", .text("A")),
      ],
      message: .init(
        vi: "Tài liệu mức \(level.rawValue) trên máy từng kết nối: \(path)",
        en: "A document of level \(level.rawValue) on a machine that was connected: \(path)"),
      subject: path, isSettled: false)
  }

  var documentRows: [Evidence] {
    [documentRow(Self.topSecret, .tuyetMat, page: 1), documentRow(Self.secret, .mat, page: 2)]
  }

  func edition(_ id: String) -> Edition {
    let is2018 = id == "2018"
    let clause: LocalizedText =
      is2018
      ? .init(vi: "khoản 5 Điều 5", en: "Article 5 clause 5")
      : .init(vi: "khoản 2 Điều 5", en: "Article 5 clause 2")
    return Edition(
      id: id, instrument: is2018 ? "29/2018/QH14" : "117/2025/QH15",
      title: .init(vi: "Luật Bảo vệ bí mật nhà nước", en: "Law on the Protection of State Secrets"),
      inForceFrom: is2018 ? 1_593_536_400 : 1_772_298_000, inForceUntil: is2018 ? 1_772_298_000 : nil,
      clauses: [
        .init(
          clause: clause, statement: .init(vi: "", en: ""), status: .partial, reason: nil,
          checks: ["internet_history", "secret_on_connected_machine"])
      ],
      limits: [:], violationCheck: "secret_on_connected_machine", connectedSince: 0)
  }

  func state(_ table: String, _ status: CollectionStatus = .complete) -> TableState {
    TableState(table: table, status: status, sources: ledger.filter { $0.tableName == table })
  }

  func results(_ edition: Edition) -> [RuleResult] {
    let is2018 = edition.id == "2018"
    let clauses = edition.clauses.map(\.clause)
    func result(
      _ check: Check, _ effect: Effect, _ status: RuleResult.Status, _ evidence: [Evidence] = [],
      tables: [TableState] = [], problem: String? = nil, settlement: Settlement? = nil, blocks: Bool
    ) -> RuleResult {
      RuleResult(
        check: check, effect: effect, status: status, clauses: clauses, evidence: evidence, tables: tables,
        problem: problem, settlement: settlement, blocksPass: blocks)
    }
    let stop = LocalizedText(
      vi: """
        Không dùng máy này để soạn thảo, lưu giữ bí mật nhà nước; giữ nguyên hiện trạng, không tự xoá \
        dữ liệu; báo cáo Thủ trưởng đơn vị và phối hợp với Công an tỉnh để xử lý.
        """, en: "Stop.")
    let history: Effect = is2018 ? .required : .informational
    return [
      result(
        check(
          "internet_history", "Máy có dấu vết từng kết nối Internet", "Traces of a past Internet connection",
          .critical, remediation: stop), history, findings ? .fail : .pass, findings ? contactRows : [],
        tables: [state("network_contact")], blocks: findings && is2018),
      result(
        check(
          "secret_on_connected_machine", "Tài liệu bí mật nhà nước trên máy từng kết nối mạng",
          "Secret documents on a connected machine", .critical, remediation: stop), .required,
        findings ? .fail : .pass, findings ? documentRows : [],
        tables: [state("marking"), state("network_contact")], blocks: findings),
      result(
        check(
          "radio_hardware_present", "Máy còn phần cứng thu phát sóng", "Radio hardware is present", .high,
          question: .init(vi: "Card không dây đã được tháo chưa?", en: "Has the radio card been removed?")),
        .blocksPass, findings ? .fail : .pass,
        findings
          ? [
            Evidence(
              columns: [("syspath", .text("/devices/pci0/net/wlan0"))],
              message: .init(vi: "Card Wi-Fi wlan0", en: "Wi-Fi card wlan0"), subject: "wlan0",
              isSettled: false)
          ] : [], blocks: findings),
      result(
        check(
          "software_licence", "Bản quyền phần mềm", "Software licences", .medium, .manual,
          question: .init(vi: "Phần mềm trên máy có bản quyền không?", en: "Is all software licensed?")),
        .blocksPass, .notchecked, blocks: findings),
      result(
        check("stamp_valid", "Tem an ninh còn hiệu lực", "The stamp is valid", .low, .pending),
        .blocksPass, .notchecked, blocks: findings),
      result(
        check("usb_unregistered_history", "USB chưa đăng ký", "Unregistered USB devices", .high), .blocksPass,
        .unknown, tables: [state("usb_device_history", .incomplete)], blocks: findings),
      result(
        check("recording_hardware", "Thiết bị ghi âm, ghi hình", "Recording hardware", .low), .informational,
        .fail,
        [
          Evidence(
            columns: [("name", .text("Camera"))],
            message: .init(vi: "Camera gắn trong", en: "Built-in camera"),
            subject: "camera", isSettled: false)
        ], blocks: false),
      result(
        check("os_supported", "Hệ điều hành còn hỗ trợ", "Supported operating system", .high), .required,
        .pass, blocks: false),
      result(
        check("network_link_up", "Không có liên kết mạng", "No network link is up", .critical), .required,
        .pass, blocks: false),
      result(
        check("monitoring_gap", "Khoảng trống giám sát", "Gaps in monitoring", .low), .notSelected,
        .notselected, blocks: false),
    ]
  }

  var ledger: [CollectionRecord] {
    [
      .init(
        tableName: "network_contact", source: "network_manager", status: .complete, rows: 7, duration: 12),
      .init(tableName: "marking", source: "documents", status: .complete, rows: 2, skipped: 0, duration: 900),
      .init(tableName: "document_scan", source: "documents", status: .complete, rows: 40, duration: 900),
      .init(
        tableName: "usb_device_history", source: "kernel_log", status: .incomplete, reason: .damaged,
        detail: "/var/log/kern.log.1.gz", rows: 3, skipped: 1, duration: 30),
    ]
  }

  func review(
    _ check: String, _ scope: [String], _ verdict: AnswerReview.Verdict,
    statement: String = "Đã kiểm tra tại chỗ"
  ) -> AnswerReview {
    let answer = Answer(
      check: check, reply: .pass, scope: scope, statement: statement, inspector: "Nguyễn Văn A",
      unit: "Phòng PA03", machine: String(repeating: "ab", count: 32), issued: 1_795_000_000,
      expires: 1_826_000_000)
    return AnswerReview(answer: answer, keyID: "kid-1", verdict: verdict)
  }

  var reviews: [AnswerReview] {
    [
      review("os_supported", [], .notAskable),
      review("secret_on_connected_machine", [Self.topSecret], .accepted),
    ]
  }

  /// A machine that was installed 300 days before the scan.
  private var spans: [TimelineSpan] {
    let day: Int64 = 86_400
    let now = min(max(collectedAt, 1_000_000_000), 4_000_000_000)
    let start = now - 300 * day
    let always: [TimelineSpan] = [
      .init(.life, start, start), .init(.life, start + day, start + 2 * day),
      .init(.life, now - day, now), .init(.coverage, start, now),
      .init(.coverage, now - 60 * day, now),
      .init(.life, 0, 0),
    ]
    guard findings else { return always }
    return always + [
      .init(.connection, start + 40 * day, start + 50 * day),
      .init(.connection, start + 40 * day, start + 41 * day),
      .init(.phone, now - 20 * day, now + 20 * day),
      .init(.document, start + 100 * day, start + 120 * day),
    ]
  }

  func outcome() -> Outcome {
    let editions = ["2018", "2025"].map { id in
      let edition = edition(id)
      let blind = findings ? [state("usb_device_history", .incomplete)] : []
      return EditionOutcome(
        edition: edition, isInForce: id == "2025",
        fitness: findings ? (id == "2018" ? .nonCompliant : .undetermined) : .compliant,
        violation: findings ? (id == "2018" ? .signs : .insufficient) : .noneFound,
        violationEvidence: findings && id == "2018" ? documentRows : [], results: results(edition),
        blindTables: blind)
    }
    return Outcome(
      scan: Scan(
        collectedAt: collectedAt, utcOffset: 25_200, nature: nature, liveHardware: nature == .live,
        root: nature == .live ? "/" : "/mnt/disk", effectiveUid: uid, occasion: occasion,
        airsealVersion: "0.1.0"),
      identity: [
        .init(component: .system, name: "vendor", value: "Dell Inc."),
        .init(component: .system, name: "product", value: "OptiPlex 7010"),
        .init(component: .system, name: "serial", value: "ABC1234"),
        .init(component: .hostname, name: "name", value: "may-soan-thao-01"),
      ],
      medium: medium,
      operatingSystem: medium != nil
        ? nil : OperatingSystem(id: "debian", versionId: "12", name: "Debian GNU/Linux 12 (bookworm)"),
      machine: String(repeating: "ab", count: 32), factsDigest: String(repeating: "1f", count: 32),
      packDigest: String(repeating: "2e", count: 32), journalHead: journalHead,
      profile: Profile(
        id: "drafting",
        title: .init(
          vi: "Máy độc lập soạn thảo, lưu giữ bí mật nhà nước", en: "Stand-alone machine for secrets"),
        summary: .init(vi: "", en: ""), effects: effects, mayBeNotApplicable: [:], onlyEdition: nil),
      editions: editions, asked: asked, answers: answers ?? reviews,
      ledger: ledger + extraLedger,
      gaps: [
        .init(
          source: "kernel_log", path: "/var/log/kern.log.1.gz", reason: .damaged, detail: "gzip: crc error")
      ] + extraGaps,
      counts: ["document_scan": 40, "marking": 2],
      labels: Labels([
        "reason.damaged": .init(vi: "dữ liệu hỏng", en: "damaged"),
        "time_basis.file_time": .init(vi: "theo thời gian của tệp", en: "by the time of the file"),
        "confidence.high": .init(vi: "cao", en: "high"),
        "table.usb_device_history": .init(vi: "Lịch sử thiết bị USB", en: "History of USB devices"),
        "table.document_scan": .init(vi: "Tài liệu đã xem xét", en: "Documents looked at"),
      ]),
      timeline: medium == nil ? spans : [])
  }
}
