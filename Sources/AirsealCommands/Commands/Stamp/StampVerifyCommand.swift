import ArgumentParser
import Attestation
import Collectors
import Facts
import Foundation
import Rules
import Scanning
import Stamping

/// `airseal stamp verify`
struct StampVerifyCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: say(
        "Tem có thật, còn giá trị và còn đúng với máy không.",
        "Whether a stamp is authentic, valid, and still true of the machine."),
      discussion: say(
        """
        So máy đang chạy với tem: nhận dạng, ổ đĩa, thẻ mạng, kết nối, thu phát, thiết bị đang cắm, hệ điều hành. Với
        --facts: so với dữ kiện của một lần quét, kể cả lịch sử và tài liệu; --answers, --waivers đưa câu trả lời và miễn
        trừ cho lần quét đó. Với --signature-only: chỉ xét chữ ký, thời hạn, thu hồi. Với --qr mà không có tệp tem: chỉ
        kết luận được về chữ ký, thời hạn, thu hồi (mã thoát 3; 0 nếu có --signature-only).
        """,
        """
        Compares the running machine with the stamp: identity, disks, network cards, connections, radios, devices,
        system. With --facts: compares the facts of a scan, history and documents included; --answers and --waivers
        settle what that scan found. With --signature-only: signature, validity and revocation alone. With --qr and no
        stamp file only those can be told (exit code 3; 0 with --signature-only).
        """))
  }

  @Argument(
    help: ArgumentHelp(
      say(
        "Tệp tem, hoặc số tem trong sổ; mặc định tem lưu trên máy này.",
        "Stamp file, or serial in the register; by default the one on this machine."),
      valueName: "file"))
  var file: String?
  @Option(
    help: ArgumentHelp(say("Dữ kiện của một lần quét.", "Facts of a scan."), valueName: "facts.sqlite"))
  var facts: String?
  @Option(help: ArgumentHelp(say("So với một bản ghi máy mẫu.", "Compare a recording."), valueName: "dir"))
  var recording: String?
  @Option(
    help: ArgumentHelp(
      say(
        "Ảnh chụp, bản quét hoặc PDF của tem đã in; tệp tem lấy theo số trong sổ, hoặc tem lưu trên máy này.",
        "Photo, scan or PDF of a printed stamp; its file is that of the register, or the one on this machine."
      ),
      valueName: "file"))
  var qr: String?
  @Option(
    help: ArgumentHelp(
      say(
        "Tệp câu trả lời có chữ ký số cho lần quét của --facts; dùng được nhiều lần.",
        "File of signed answers for the scan of --facts; may be repeated."), valueName: "file"))
  var answers: [String] = []
  @Option(
    help: ArgumentHelp(
      say(
        "Tệp miễn trừ có chữ ký số cho lần quét của --facts; dùng được nhiều lần.",
        "File of signed waivers for the scan of --facts; may be repeated."), valueName: "file"))
  var waivers: [String] = []
  @Flag(help: ArgumentHelp(say("Không so với máy nào.", "Compare with no machine.")))
  var signatureOnly = false
  @Option(
    help: ArgumentHelp(
      say("Danh sách tem bị thu hồi; dùng được nhiều lần.", "List of void stamps; may be repeated."),
      valueName: "file"))
  var revocations: [String] = []
  @Option(
    help: ArgumentHelp(
      say("Tệp danh sách phương tiện đã đăng ký.", "File of the register of devices."), valueName: "file"))
  var devices: String?
  @Option(
    help: ArgumentHelp(
      say("Thư mục khoá công khai được tin cậy.", "Folder of trusted public keys."), valueName: "dir"))
  var trust: String?
  @Option(help: ArgumentHelp(say("Dạng in ra: text, json.", "What is printed: text, json.")))
  var format: Format = .text
  @OptionGroup var registers: RegisterFolderOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    try requireSense()
    let installation = try Installation(rules: common.rules)
    let pack = try installation.pack()
    let store = try installation.trustStore(trust)
    let now = Int64(Date().timeIntervalSince1970)
    let (report, code) =
      switch try subject(store, installation) {
      case .stamp(let stamp): try verify(stamp, now, store, installation, pack)
      case .printed(let tem, let key, let serialHere):
        try verify(tem, key, serialHere, now, store, installation, pack)
      }
    try Output.print(format == .json ? try report.json() : report.text())
    throw ExitCode(code)
  }

  private func requireSense() throws {
    guard [facts != nil, recording != nil, signatureOnly].filter({ $0 }).count <= 1 else {
      throw Failure(
        .usage, "Chỉ dùng một trong --facts, --recording và --signature-only.",
        "Use only one of --facts, --recording and --signature-only.")
    }
    guard facts != nil || answers.isEmpty && waivers.isEmpty else {
      throw Failure(
        .usage, "--answers, --waivers chỉ dùng cùng --facts.", "--answers and --waivers go with --facts only."
      )
    }
  }

  private func verify(
    _ stamp: SignedStamp, _ now: Int64, _ store: TrustStore, _ installation: Installation, _ pack: RulePack
  ) throws -> (StampReport, Int32) {
    let revocations = StampRevocations(lists: revocations, registers: registers.folder(installation))
    var verification = StampVerification(
      stamp, now: now, revocation: try revocations.revocation(of: stamp, store))
    if let facts {
      let sealed = try SealedFacts(path: facts)
      guard let own = try StampFacts(sealed) else { throw JudgeError.noScan }
      try verification.compare(own, outcome: try outcome(sealed, stamp, store, pack))
    } else if !signatureOnly {
      let origin = recording.map(FactsOrigin.recording) ?? .live
      let register = try devices.map { try DeviceRegister($0, trust: store) }
      let look = try MachineLook(origin, installation, devices: register, trust: store)
      try verification.compare(look.facts)
      if let outcome = try look.judge(stamp.stamp, pack) {
        verification.compareConnections(outcome, tables: pack.checkTables)
      }
    }
    return (StampReport(verification, pack: pack), verification.exitCode)
  }

  private func verify(
    _ tem: Tem, _ key: PublicKey, _ serialHere: String?, _ now: Int64, _ store: TrustStore,
    _ installation: Installation, _ pack: RulePack
  ) throws -> (StampReport, Int32) {
    let revocations = StampRevocations(lists: revocations, registers: registers.folder(installation))
    let verification = TemVerification(
      tem, key: key, now: now, revocation: try revocations.revocation(of: tem, key, store),
      signatureOnly: signatureOnly, serialHere: serialHere)
    return (StampReport(verification, pack: pack), verification.exitCode)
  }

  /// What is verified: a stamp, or the printed form of one whose file is not at hand.
  private enum Subject {
    case stamp(SignedStamp)
    case printed(Tem, PublicKey, serialHere: String?)
  }

  private func subject(_ store: TrustStore, _ installation: Installation) throws -> Subject {
    if let qr { return try printed(qr, store, installation) }
    if file == nil, !FileManager.default.fileExists(atPath: MachineFiles.stamp) {
      throw Failure(
        .usage,
        "Trên máy này không có tem (\(MachineFiles.stamp)); chỉ ra tệp tem, hoặc ảnh của tem in bằng --qr.",
        "There is no stamp on this machine (\(MachineFiles.stamp)); name a stamp file, or a picture with --qr."
      )
    }
    let path = file.map { StampFile.path($0, registers.folder(installation)) } ?? MachineFiles.stamp
    return .stamp(try SignedStamp(file: path, trust: store))
  }

  /// The stamp whose printed form a picture shows: the file that is named, that of the register, or the one on this machine.
  private func printed(
    _ picture: String, _ store: TrustStore, _ installation: Installation
  ) throws -> Subject {
    let (tem, key) = try Tem.verify(LabelPrinter(installation).readCode(picture), trust: store)
    guard tem.verdict == Stamp.passed else { throw SignatureError.payload }
    let kept = registers.folder(installation).stamp(tem.serial)
    let isLive = facts == nil && recording == nil && !signatureOnly
    if let path = file ?? (FileManager.default.fileExists(atPath: kept) ? kept : nil) {
      let stamp = try SignedStamp(file: path, trust: store)
      guard try stamp.tem() == tem, stamp.key.kid == key.kid else {
        throw Failure(
          .doesNotVerify, "Tem in \(Grid.visible(tem.serial)) không khớp với tệp tem \(path).",
          "The printed stamp \(Grid.visible(tem.serial)) is not that of the file \(path).")
      }
      return .stamp(stamp)
    }
    guard isLive, FileManager.default.fileExists(atPath: MachineFiles.stamp) else {
      return .printed(tem, key, serialHere: nil)
    }
    let here = try SignedStamp(file: MachineFiles.stamp, trust: store)
    guard try here.tem() == tem, here.key.kid == key.kid else {
      return .printed(tem, key, serialHere: here.stamp.serial)
    }
    return .stamp(here)
  }

  private func outcome(
    _ facts: SealedFacts, _ stamp: SignedStamp, _ store: TrustStore, _ pack: RulePack
  ) throws -> Outcome? {
    guard let profile = pack.profile(stamp.stamp.profile) else { return nil }
    return try Judge(pack: pack).judge(
      facts: facts, factsDigest: facts.digest, profile: profile, asked: stamp.stamp.law,
      answers: try AnswerLoader.load(answers, trust: store),
      waivers: try WaiverLoader.load(waivers, trust: store))
  }
}
