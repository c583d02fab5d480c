import Collectors
import Rules

/// What is to be scanned, how, and against what.
public struct ScanPlan: Sendable {
  public var origin: FactsOrigin
  public var profile: Profile
  /// Identifier of the edition whose fitness is the exit code.
  public var edition: String
  public var options: CollectorOptions
  public var answers: [SignedAnswer]
  public var waivers: [SignedWaiver]
  /// Folder that receives the sealed facts.
  public var output: String

  public init(
    origin: FactsOrigin, profile: Profile, edition: String, options: CollectorOptions,
    answers: [SignedAnswer], waivers: [SignedWaiver] = [], output: String
  ) {
    self.origin = origin
    self.profile = profile
    self.edition = edition
    self.options = options
    self.answers = answers
    self.waivers = waivers
    self.output = output
  }
}
