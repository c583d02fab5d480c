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
        So máy đang chạy với tem: nhận dạng, ổ đĩa, thẻ mạng, thu phát, thiết bị đang cắm, hệ điều hành. Với --facts:
        so với dữ kiện của một lần quét, kể cả lịch sử và tài liệu. Với --signature-only: chỉ xét chữ ký, thời hạn, thu hồi.
        """,
        """
        Compares the running machine with the stamp: identity, disks, network cards, radios, devices, system. With
        --facts: compares the facts of a scan, history and documents included. With --signature-only: signature,
        validity and revocation alone.
        """))
  }

  @Argument(
    help: ArgumentHelp(
      say("Tệp tem; mặc định tem lưu trên máy này.", "Stamp file; by default the one on this machine."),
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
        "Ảnh chụp, bản quét hoặc PDF của tem đã in; tệp tem lấy theo số trong sổ.",
        "Photo, scan or PDF of a printed stamp; its file is that of the register."), valueName: "file"))
  var qr: String?
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
    guard [facts != nil, recording != nil, signatureOnly].filter({ $0 }).count <= 1 else {
      throw Failure(
        .usage, "Chỉ dùng một trong --facts, --recording và --signature-only.",
        "Use only one of --facts, --recording and --signature-only.")
    }
    let installation = try Installation(rules: common.rules)
    let pack = try installation.pack()
    let store = try installation.trustStore(trust)
    let stamp =
      try qr.map { try printed($0, store, installation) }
      ?? SignedStamp(file: file ?? MachineFiles.stamp, trust: store)
    var verification = StampVerification(
      stamp, now: Int64(Date().timeIntervalSince1970),
      revocation: try revocation(of: stamp, store, installation))
    if let facts {
      let sealed = try SealedFacts(path: facts)
      guard let own = try StampFacts(sealed) else { throw JudgeError.noScan }
      try verification.compare(own, outcome: try outcome(sealed, stamp, pack))
    } else if !signatureOnly {
      let origin = recording.map(FactsOrigin.recording) ?? .live
      let register = try devices.map { try DeviceRegister($0, trust: store) }
      try verification.compare(
        MachineLook.facts(origin, installation, devices: register, trust: store))
    }
    let report = StampReport(verification, labels: pack.labels, pack: pack)
    try Output.print(format == .json ? try report.json() : report.text())
    throw ExitCode(verification.exitCode)
  }

  /// What lists of void stamps and the registers here say.
  private func revocation(
    of stamp: SignedStamp, _ store: TrustStore, _ installation: Installation
  ) throws -> Revocation? {
    let folder = registers.folder(installation)
    var list = store.revocations
    let keys = Dictionary(store.list.map { ($0.kid, $0) }) { first, _ in first }
    for path in revocations { try list.read(path, keys: keys) }
    if let found = list.revocation(ofStamp: stamp.stamp.serial, issuer: stamp.key.kid) { return found }
    let entry = try Registers(reading: folder)?.stamp(stamp.stamp.serial)
    guard let entry, entry.digest == stamp.digest, entry.state == .void else { return nil }
    return Revocation(
      stamp: entry.serial, issuer: entry.key,
      reason: entry.voidReason.flatMap(Revocation.Reason.init) ?? .issuedInError,
      revoked: entry.voidedAt ?? 0)
  }

  /// The stamp whose printed form a picture shows.
  private func printed(
    _ picture: String, _ store: TrustStore, _ installation: Installation
  ) throws -> SignedStamp {
    let (tem, key) = try Tem.verify(LabelPrinter(installation).readCode(picture), trust: store)
    let path = file ?? registers.folder(installation).stamp(tem.serial)
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        .undetermined,
        "Tem in \(tem.serial) có chữ ký thật, nhưng không có tệp tem để đối chiếu (\(path)).",
        "The printed stamp \(tem.serial) is authentic, but its file is not here (\(path)).")
    }
    let stamp = try SignedStamp(file: path, trust: store)
    guard try stamp.tem() == tem, stamp.key.kid == key.kid else {
      throw Failure(
        .doesNotVerify, "Tem in \(tem.serial) không khớp với tệp tem \(path).",
        "The printed stamp \(tem.serial) is not that of the file \(path).")
    }
    return stamp
  }

  private func outcome(_ facts: SealedFacts, _ stamp: SignedStamp, _ pack: RulePack) throws -> Outcome? {
    guard let profile = pack.profile(stamp.stamp.profile) else { return nil }
    return try Judge(pack: pack).judge(
      facts: facts, factsDigest: facts.digest, profile: profile, asked: stamp.stamp.law)
  }
}
