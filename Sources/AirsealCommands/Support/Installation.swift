import Attestation
import Foundation
import Rules

/// Where airseal's own parts lie: beside the program, in a bundle, or installed.
struct Installation {
  let rules: String
  let worker: String
  /// The program `airseal` itself, as the daemon starts it.
  let program: String
  /// Folder for results and keys of this user.
  let state: String
  /// Folder of pinned issuer keys, to which this user adds.
  let issuers: String
  /// The keys that this machine's administrator pinned, which every user trusts.
  static let machineIssuers = "/etc/airseal/issuers"
  /// The unit's register of devices on this machine.
  var deviceRegister: String { state + "/devices.jws" }
  /// The issuer's registers of stamps, records and waivers.
  var registers: String { state + "/registers" }
  /// The daemon's journal on this machine.
  var journal: String { state + "/journal.sqlite" }
  /// The key with which this machine signs the end of its journal.
  var machineKey: String { state + "/machine.jwk" }

  /// Finds the parts; throws `Failure` where the rules are missing.
  init(rules given: String? = nil) throws {
    let environment = ProcessInfo.processInfo.environment
    let folder = Self.programFolder
    let bundle = environment["AIRSEAL_ROOT"]
    program = (bundle ?? folder) + "/airseal"
    var folders = [given].compactMap { $0 }
    if given == nil {
      folders += [bundle.map { $0 + "/share/airseal/rules" }].compactMap { $0 }
      folders += [folder + "/../share/airseal/rules", "/usr/share/airseal/rules"]
      folders += Self.ancestors(of: folder).map { $0 + "/rules" }
    }
    guard let rules = folders.first(where: { Self.isFile($0 + "/labels.yaml") }) else {
      throw Failure(
        .cannotWork, "Không tìm thấy bộ quy tắc; chỉ rõ thư mục bằng --rules.",
        "The rule pack was not found; name its folder with --rules.")
    }
    self.rules = rules
    let workers =
      [bundle.map { $0 + "/airseal-parse" }].compactMap { $0 }
      + [folder + "/airseal-parse", folder + "/../libexec/airseal-parse", "/usr/libexec/airseal-parse"]
    worker = workers.first(where: Self.isFile) ?? workers[0]
    if getuid() == 0 {
      state = environment["AIRSEAL_STATE"] ?? "/var/lib/airseal"
      issuers = Self.machineIssuers
    } else {
      let home = environment["HOME"] ?? "/"
      state =
        environment["AIRSEAL_STATE"] ?? (environment["XDG_STATE_HOME"] ?? home + "/.local/state") + "/airseal"
      issuers = (environment["XDG_CONFIG_HOME"] ?? home + "/.config") + "/airseal/issuers"
    }
  }

  /// The keys of a folder, or else those that the machine's administrator and this user pinned.
  func trustStore(_ folder: String? = nil) throws -> TrustStore {
    if let folder { return try TrustStore(folder: folder) }
    return try TrustStore(
      folders: issuers == Self.machineIssuers ? [issuers] : [Self.machineIssuers, issuers])
  }

  func pack(withExamples: Bool = false) throws -> RulePack {
    try RulePack(folder: rules, withExamples: withExamples)
  }

  /// The profile of that name; throws a usage failure that lists the known ones.
  func profile(_ id: String, in pack: RulePack) throws -> Profile {
    guard let profile = pack.profiles.first(where: { $0.id == id }) else {
      let known = pack.profiles.map(\.id).joined(separator: ", ")
      throw Failure(
        .usage, "Không có loại máy áp dụng “\(id)”; chọn một trong: \(known).",
        "There is no profile “\(id)”; choose one of: \(known).")
    }
    return profile
  }

  private static var programFolder: String {
    let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    return (path as NSString).deletingLastPathComponent
  }

  private static func ancestors(of folder: String) -> [String] {
    var result: [String] = []
    var current = folder
    while current != "/" && !current.isEmpty && result.count < 5 {
      current = (current as NSString).deletingLastPathComponent
      result.append(current)
    }
    return result
  }

  private static func isFile(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
