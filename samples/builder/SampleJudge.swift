import Attestation
import Collectors
import Facts
import Foundation
import Rules
import Scanning

/// What a built sample is expected to give.
public struct Expectation: Codable, Equatable, Sendable {
  public struct Edition: Codable, Equatable, Sendable {
    public var fitness: Fitness
    public var violation: Violation
  }

  /// Exit code under the default edition.
  public var exit: Int32
  public var editions: [String: Edition]
  /// Failed checks under the 2018 edition that count.
  public var findings: [String]
  /// Checks under the 2018 edition that count and could not be decided.
  public var undecided: [String]

  public init(_ outcome: Outcome) {
    exit = outcome.exitCode
    editions = Dictionary(
      uniqueKeysWithValues: outcome.editions.map {
        ($0.edition.id, Edition(fitness: $0.fitness, violation: $0.violation))
      })
    let results = outcome.editions.first { $0.edition.id == Rules.Edition.defaultID }?.results ?? []
    let counted = results.filter { $0.effect == .required || $0.effect == .blocksPass }
    findings = counted.filter { $0.status == .fail }.map(\.check.id).sorted()
    undecided = counted.filter { [.unknown, .error].contains($0.status) }.map(\.check.id).sorted()
  }

  public static func read(_ path: String) throws -> Expectation {
    try JSONDecoder().decode(Expectation.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  public var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}

/// Scans and judges a built sample.
public struct SampleJudge {
  public let options: CollectorOptions
  public let pack: RulePack

  public init(options: CollectorOptions, pack: RulePack) {
    self.options = options
    self.pack = pack
  }

  /// Judges the recording in `folder`; the sealed facts go into `output`.
  public func judge(
    _ folder: String, profile id: String? = nil, output: String,
    monitor: any CollectionMonitor = SilentMonitor()
  ) throws -> Outcome {
    guard let profile = pack.profiles.first(where: { $0.id == id ?? "drafting" }) else {
      throw CocoaError(.coderValueNotFound)
    }
    var answers: [SignedAnswer] = []
    var options = options
    if FileManager.default.fileExists(atPath: folder + "/answers.jws") {
      options.trust = try TrustStore(folder: folder + "/issuers")
      answers = try AnswerLoader.load([folder + "/answers.jws"], trust: options.trust)
    }
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    let plan = ScanPlan(
      origin: .recording(folder), profile: profile, edition: Edition.defaultID, options: options,
      answers: answers, output: output)
    return try ScanRun(plan: plan, pack: pack).run(monitor: monitor).outcome
  }
}
