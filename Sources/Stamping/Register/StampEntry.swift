/// A line of the register of stamps (sổ theo dõi tem); times in Unix seconds.
public struct StampEntry: Codable, Sendable, Equatable {
  public enum State: String, Codable, Sendable, CaseIterable {
    /// Given a number, but not written yet; a break here takes the number back.
    case reserved
    case issued
    case void
  }

  public var serial: String
  public var series: String
  public var year: Int
  public var number: Int
  public var state: State
  /// SHA-256 of the signed text.
  public var digest: String
  public var key: String
  public var isTest: Bool
  public var issuer: String
  public var inspector: String
  public var unit: String
  public var machine: String
  public var machineName: String
  public var profile: String
  public var facts: String
  /// Number of the inspection record.
  public var record: String?
  public var issued: Int64
  public var validUntil: Int64
  public var voidedAt: Int64?
  /// A `Revocation.Reason`.
  public var voidReason: String?
  /// What the person said of it.
  public var voidNote: String?
  public var voidedBy: String?

  /// Whether it is issued and past its end.
  public func isExpired(at time: Int64) -> Bool { state == .issued && validUntil < time }

  /// The entry of a signed stamp.
  init(_ signed: SignedStamp, _ number: RegisterNumber, _ state: State) {
    let stamp = signed.stamp
    self.init(
      serial: stamp.serial, series: number.series, year: number.year, number: number.number, state: state,
      digest: signed.digest, key: signed.key.kid, isTest: signed.key.isTest, issuer: stamp.issuer,
      inspector: stamp.inspector, unit: stamp.unit, machine: stamp.machine, machineName: stamp.machineName,
      profile: stamp.profile, facts: stamp.facts, record: stamp.record, issued: stamp.issued,
      validUntil: stamp.validUntil)
  }

  init(
    serial: String, series: String, year: Int, number: Int, state: State, digest: String, key: String,
    isTest: Bool, issuer: String, inspector: String, unit: String, machine: String, machineName: String,
    profile: String, facts: String, record: String?, issued: Int64, validUntil: Int64,
    voidedAt: Int64? = nil, voidReason: String? = nil, voidNote: String? = nil, voidedBy: String? = nil
  ) {
    self.serial = serial
    self.series = series
    self.year = year
    self.number = number
    self.state = state
    self.digest = digest
    self.key = key
    self.isTest = isTest
    self.issuer = issuer
    self.inspector = inspector
    self.unit = unit
    self.machine = machine
    self.machineName = machineName
    self.profile = profile
    self.facts = facts
    self.record = record
    self.issued = issued
    self.validUntil = validUntil
    self.voidedAt = voidedAt
    self.voidReason = voidReason
    self.voidNote = voidNote
    self.voidedBy = voidedBy
  }
}

/// A number of a register: series, year and running number.
public struct RegisterNumber: Sendable, Equatable {
  public let series: String
  public let year: Int
  public let number: Int

  /// As AN-2026-000012.
  public var text: String {
    let digits = String(number)
    return "\(series)-\(year)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// One to eight capital letters and digits.
  static func isSeries(_ text: String) -> Bool {
    (1...8).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }
}
