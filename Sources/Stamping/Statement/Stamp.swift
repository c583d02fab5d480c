import Facts

/// What an issuer signs of a machine that passed: the security stamp (tem an ninh).
///
/// No public text says what a stamp must carry; every time is in Unix seconds, every digest in hex.
public struct Stamp: Codable, Sendable, Equatable {
  /// As AN-2026-000012: series, year and number of the register.
  public var serial: String
  /// The body that issues.
  public var issuer: String
  public var inspector: String
  /// The unit that uses the machine.
  public var unit: String
  /// Maker, model and serial, for people.
  public var machineName: String
  public var issued: Int64
  /// Last moment of validity.
  public var validUntil: Int64
  /// Digest of the machine's identity.
  public var machine: String
  /// Digests of what identifies each part of the machine, by component.
  public var parts: [String: [String]]
  public var profile: String
  /// Edition of the law whose verdict was asked for.
  public var law: String
  /// Always `Stamp.passed`; a stamp with another one is none.
  public var verdict: String
  /// Digest of the sealed facts.
  public var facts: String
  /// When the facts were collected.
  public var collected: Int64
  /// Where the facts come from; only `live` facts bind a machine in use.
  public var nature: ScanNature
  /// Digest of the rule pack.
  public var rules: String
  /// Number of the inspection record; nil where none was made.
  public var record: String?
  public var baseline: StampBaseline
  /// Seals on case and ports, as the inspector numbers them.
  public var seals: [String]

  /// The verdict of machines that may be stamped.
  public static let passed = "compliant"

  public init(
    serial: String, issuer: String, inspector: String, unit: String, machineName: String, issued: Int64,
    validUntil: Int64, machine: String, parts: [String: [String]], profile: String, law: String,
    verdict: String, facts: String, collected: Int64, nature: ScanNature, rules: String,
    record: String? = nil, baseline: StampBaseline, seals: [String] = []
  ) {
    self.serial = serial
    self.issuer = issuer
    self.inspector = inspector
    self.unit = unit
    self.machineName = machineName
    self.issued = issued
    self.validUntil = validUntil
    self.machine = machine
    self.parts = parts
    self.profile = profile
    self.law = law
    self.verdict = verdict
    self.facts = facts
    self.collected = collected
    self.nature = nature
    self.rules = rules
    self.record = record
    self.baseline = baseline
    self.seals = seals
  }
}
