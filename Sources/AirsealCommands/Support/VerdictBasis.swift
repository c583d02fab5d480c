import ArgumentParser
import Attestation
import Facts
import Rules
import Scanning

/// Options that say what a verdict rests on.
struct VerdictBasis: ParsableArguments {
  enum Law: String, ExpressibleByArgument, CaseIterable {
    case law2018 = "2018"
    case law2025 = "2025"
    case all
  }

  @Option(
    help: ArgumentHelp(
      say(
        "Loại áp dụng: drafting (mặc định), intake, office, independent-lan; medium cho phương tiện lưu trữ.",
        "Profile: drafting (the default), intake, office, independent-lan; medium for removable media."),
      valueName: "profile"))
  var profile: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Luật quyết định mã thoát: 2018, 2025, hoặc all (mã thoát của kết quả xấu nhất).",
        "Edition whose verdict is the exit code: 2018, 2025, or all (the worse of both)."),
      valueName: "law"))
  var law: Law?

  @Option(
    help: ArgumentHelp(
      say("Tệp câu trả lời có chữ ký số; dùng được nhiều lần.", "File of signed answers; may be repeated."),
      valueName: "file"))
  var answers: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Tệp miễn trừ có chữ ký số; dùng được nhiều lần.", "File of signed waivers; may be repeated."),
      valueName: "file"))
  var waivers: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Thư mục khoá công khai được tin cậy.", "Folder of trusted public keys."), valueName: "dir"))
  var trust: String?

  /// The profile that was asked for, or the usual one; throws where it cannot speak of what is inspected.
  func profile(_ installation: Installation, _ pack: RulePack, _ nature: ScanNature) throws -> Profile {
    let id = profile ?? (nature == .medium ? "medium" : "drafting")
    let profile = try installation.profile(id, in: pack)
    guard (profile.subject == .medium) == (nature == .medium) else {
      throw JudgeError.profileOfOtherSubject(profile: id, nature: nature)
    }
    return profile
  }

  /// The edition that gives the exit code; throws where the profile has no sense under it.
  func edition(for profile: Profile) throws -> String {
    switch law {
    case .law2025: return "2025"
    case .law2018:
      if let only = profile.onlyEdition, only != "2018" {
        throw Failure(
          .usage, "Loại máy “\(profile.id)” chỉ có theo luật \(only); dùng --law \(only).",
          "The profile “\(profile.id)” exists only under the edition of \(only); use --law \(only).")
      }
      return "2018"
    case .all, nil: return profile.onlyEdition ?? Edition.defaultID
    }
  }

  func trustStore(_ installation: Installation) throws -> TrustStore {
    try installation.trustStore(trust)
  }

  func signedAnswers(_ installation: Installation) throws -> [SignedAnswer] {
    guard !answers.isEmpty else { return [] }
    let store = try trustStore(installation)
    return try answers.flatMap { path in
      let signed = try AnswerLoader.load([path], trust: store)
      if signed.isEmpty {
        throw Failure(.usage, "\(path) không có câu trả lời nào.", "\(path) holds no answer.")
      }
      return signed
    }
  }

  func signedWaivers(_ installation: Installation) throws -> [SignedWaiver] {
    guard !waivers.isEmpty else { return [] }
    return try WaiverLoader.load(waivers, trust: try trustStore(installation))
  }

  /// Judges sealed facts.
  func judge(_ facts: SealedFacts, _ installation: Installation, _ pack: RulePack) throws -> Outcome {
    let nature = try facts.fetch(Scan.self).first?.nature ?? .live
    let profile = try profile(installation, pack, nature)
    return try Judge(pack: pack).judge(
      facts: facts, factsDigest: facts.digest, profile: profile, asked: try edition(for: profile),
      answers: try signedAnswers(installation), waivers: try signedWaivers(installation))
  }
}
