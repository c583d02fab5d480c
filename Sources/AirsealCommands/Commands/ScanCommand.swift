import ArgumentParser
import Attestation
import CShims
import Collectors
import Facts
import Foundation
import LinuxHost
import Rules
import Scanning

/// `airseal scan`
struct ScanCommand: ParsableCommand {
  enum Hardware: String, ExpressibleByArgument, CaseIterable {
    case live
  }

  enum Part: String, ExpressibleByArgument, CaseIterable {
    case documents
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "scan",
      abstract: say(
        "Thu thập dữ kiện, niêm phong, kết luận và lập báo cáo.",
        "Collect facts, seal them, judge and report."),
      discussion: say(
        """
        Chạy bằng quyền root để đọc được mọi nguồn; không có quyền root thì kết quả cao nhất là CHƯA KẾT LUẬN.
        Ví dụ:
          sudo airseal scan
          sudo airseal scan --root /mnt/o-dia --hardware live
          sudo airseal scan --root /mnt/debian --root /mnt/windows --hardware live
          airseal scan --recording samples/build/once-online
          sudo airseal scan --media /dev/sdb
        """,
        """
        Run it as root so that every source can be read; without root the verdict is undetermined at best.
        Examples:
          sudo airseal scan
          sudo airseal scan --root /mnt/disk --hardware live
          sudo airseal scan --root /mnt/debian --root /mnt/windows --hardware live
          airseal scan --recording samples/build/once-online
          sudo airseal scan --media /dev/sdb
        """))
  }

  @OptionGroup var judging: JudgeOptions
  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Kiểm tra hệ thống trên ổ đĩa gắn tại thư mục này; dùng được nhiều lần cho các hệ thống của cùng một máy.",
        "Scan the system on the disk mounted there; may be repeated for the systems of one machine."),
      valueName: "dir"))
  var root: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "live: ổ đĩa thuộc chính máy đang chạy, lấy phần cứng của máy này.",
        "live: the disk belongs to this very machine; take its hardware."), valueName: "live"))
  var hardware: Hardware?

  @Option(
    help: ArgumentHelp(say("Đánh giá một bản ghi máy mẫu.", "Judge a recorded machine."), valueName: "dir"))
  var recording: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Kiểm tra USB, thẻ nhớ: thiết bị, thư mục đã gắn hoặc tệp ảnh đĩa; không ghi gì lên đó.",
        "Inspect a stick or card: a device, mounted folder or image; nothing is written to it."),
      valueName: "device|dir|image"))
  var media: String?

  @Option(help: ArgumentHelp(say("Bỏ qua một phần (documents).", "Leave a part out (documents).")))
  var skip: [Part] = []

  @Option(
    help: ArgumentHelp(
      say("Mạng LAN độc lập đã khai báo, như 10.1.2.0/24.", "Declared independent LAN, as 10.1.2.0/24."),
      valueName: "cidr"))
  var lan: [String] = []

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      say(
        "Không đọc lại tài liệu chưa đổi từ lần quét trước; mặc định chỉ với máy đang chạy.",
        "Do not read documents again that have not changed since an earlier scan; by default for the running machine only."
      )))
  var cache: Bool?

  @Flag(
    help: ArgumentHelp(
      say(
        "Chạy clamscan trên tài liệu có dấu mật và phương tiện đang gắn, lấy kết quả vào báo cáo.",
        "Run clamscan over marked documents and media, and take its result in.")))
  var withClamscan = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Đối chiếu mọi tệp của gói phần mềm với cơ sở dữ liệu gói (có thể mất nhiều phút).",
        "Compare all files of packages with the package database (may take minutes).")))
  var verifyPackages = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Chạy nền: nhường bộ xử lý và ổ đĩa cho chương trình khác.",
        "Run in the background: other programs get the processor and the disks first.")))
  var background = false

  @Option(
    help: ArgumentHelp(
      say(
        "Tệp hồ sơ đã ký về phần mềm diệt virus; dùng được nhiều lần.",
        "File of signed antivirus records; may be repeated."), valueName: "file"))
  var antivirusRecord: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "Tệp hồ sơ nguồn gốc ổ đĩa đã ký; dùng được nhiều lần.",
        "File of signed records of disks' origins; may be repeated."), valueName: "file"))
  var origin: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Tệp danh sách phương tiện đã đăng ký.", "File of the register of devices."), valueName: "file"))
  var devices: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Nhờ dịch vụ airseald chạy tự kiểm tra (nhóm airseal không cần quyền root).",
        "Let airseald run the self-check (members of the group airseal need no root).")))
  var viaDaemon = false

  @Flag(help: .hidden) var selfCheck = false

  func run() throws {
    if viaDaemon { return try DaemonScan.run() }
    airseal_watch_interrupts()
    if background, airseal_run_in_background() != 0 {
      throw FileError(path: "ioprio_set", code: errno)
    }
    let installation = try Installation(rules: common.rules)
    let folder = judging.outputFolder(installation)
    var options = CollectorOptions(rules: installation.rules, worker: installation.worker)
    options.declaredLANs = lan
    options.occasion = selfCheck ? .selfCheck : .inspection
    options.skipsDocuments = skip.contains(.documents)
    options.trust = try judging.basis.trustStore(installation)
    options.antivirusRecords = try AntivirusRecordLoader.load(antivirusRecord, trust: options.trust)
    options.originRecords = try OriginRecordLoader.load(origin, trust: options.trust)
    options.runsClamscan = withClamscan
    options.verifiesPackages = verifyPackages
    options.ownPaths = OwnFiles.paths(in: [folder, installation.state + "/scans"])
    let machine = try factsOrigin()
    try requireOutputElsewhere(folder)
    let hosts = try machine.openAll()
    let cacheFolder = installation.state + "/cache"
    options.ownPaths.append(cacheFolder)
    if cache ?? (machine == .live) { options.cache = cacheFolder }
    if let register = try register(installation) {
      options.registeredDevices = register.devices(takesTestKeys: machine != .live)
      options.deviceSightings = register.sightings(takesTestKeys: machine != .live)
    }
    let monitor = TerminalMonitor()
    let collecting = Background { [options] in
      try ScanRun.collect(from: hosts, options, monitor: monitor)
    }
    let pack = try installation.pack()
    monitor.show(with: pack.labels)
    let chosen = try judging.profile(installation, pack, hosts[0].nature)
    let profile = selfCheck ? chosen.inSelfCheck : chosen
    let edition = try judging.edition(for: profile)
    let answers = try judging.signedAnswers(installation)
    let plan = ScanPlan(
      origin: machine, profile: profile, edition: edition, options: options, answers: answers,
      waivers: try judging.basis.signedWaivers(installation), output: folder)
    try Output.makeFolder(folder)
    let store = try collecting.value()
    monitor.finish()
    let (outcome, facts) = try ScanRun(plan: plan, pack: pack).conclude(store)
    try judging.deliver(outcome, facts: facts.path, folder: folder, common: common)
  }

  /// The register that was named, or this machine's own; nil where it has none.
  private func register(_ installation: Installation) throws -> DeviceRegister? {
    let path = devices ?? installation.deviceRegister
    guard devices != nil || FileManager.default.fileExists(atPath: path) else { return nil }
    return try DeviceRegister(path, trust: installation.trustStore(judging.trust))
  }

  private func factsOrigin() throws -> FactsOrigin {
    if [root.first, recording, media].compactMap({ $0 }).count > 1 {
      throw Failure(
        .usage, "Chỉ dùng một trong --root, --recording và --media.",
        "Use only one of --root, --recording and --media.")
    }
    if let media {
      guard hardware == nil, lan.isEmpty, !verifyPackages, antivirusRecord.isEmpty, origin.isEmpty else {
        throw Failure(
          .usage,
          "--media không dùng cùng --hardware, --lan, --verify-packages, --antivirus-record, --origin.",
          "--media does not go with --hardware, --lan, --verify-packages, --antivirus-record or --origin.")
      }
      return .medium(media)
    }
    if let recording {
      try requireFolder(recording)
      return .recording(recording)
    }
    guard let first = root.first else {
      if hardware != nil {
        throw Failure(.usage, "--hardware chỉ dùng cùng --root.", "--hardware goes with --root only.")
      }
      return .live
    }
    for root in root { try requireFolder(root) }
    guard Set(root.map { InspectedRoot($0).path }).count == root.count else {
      throw Failure(
        .usage, "Một thư mục được nêu hai lần trong --root.", "A folder is given to --root twice.")
    }
    if hardware == .live { try requireSameMachine() }
    return root.count == 1
      ? .root(first, liveHardware: hardware == .live) : .roots(root, liveHardware: hardware == .live)
  }

  /// Nothing is written to a medium that is inspected.
  private func requireOutputElsewhere(_ folder: String) throws {
    guard let media else { return }
    let medium = URL(fileURLWithPath: media).resolvingSymlinksInPath().path
    let target = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    guard target == medium || target.hasPrefix(medium + "/") else { return }
    throw Failure(
      .usage, "Không ghi kết quả lên phương tiện đang kiểm tra; chọn thư mục khác bằng --output.",
      "Results are not written to the medium under inspection; choose another folder with --output.")
  }

  private func requireFolder(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw Failure(.usage, "Không có thư mục \(path).", "There is no folder \(path).")
    }
  }

  /// One root must be known to be of this machine, and none of another.
  private func requireSameMachine() throws {
    let answers = try root.map { try RootHost(root: $0, hardware: true).identityMatchesRunningMachine() }
    if let stranger = answers.firstIndex(of: false) {
      throw Failure(
        .usage, "Hệ thống trong \(root[stranger]) thuộc máy khác; không dùng --hardware live.",
        "The system in \(root[stranger]) belongs to another machine; do not use --hardware live.")
    }
    guard answers.contains(true) else {
      let folders = root.joined(separator: ", ")
      throw Failure(
        .usage,
        "Không có căn cứ để biết hệ thống trong \(folders) thuộc máy này; bỏ --hardware live.",
        "Nothing tells that the system in \(folders) belongs to this machine; leave out --hardware live.")
    }
  }
}
