/// What a competent person lets pass on one machine: one check, named findings, a legal basis, an end.
public struct Waiver: Sendable, Codable, Equatable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A competent authority allows it.
    case authority
    /// The law on ciphers (cơ yếu) allows keeping; it never covers drafting.
    case cipher
  }

  public let check: String
  public let kind: Kind
  /// Subjects of the findings that it covers, as reports name them: a serial, a path, a connection; never empty.
  public let scope: [String]
  /// The legal basis, with the number of the decision.
  public let basis: String
  public let approver: String
  public let unit: String
  /// Digest of the machine's identity that it speaks of.
  public let machine: String
  /// Unix seconds.
  public let issued: Int64
  /// Unix seconds; it covers nothing in facts collected later.
  public let expires: Int64

  public init(
    check: String, kind: Kind, scope: [String], basis: String, approver: String, unit: String,
    machine: String, issued: Int64, expires: Int64
  ) {
    self.check = check
    self.kind = kind
    self.scope = scope
    self.basis = basis
    self.approver = approver
    self.unit = unit
    self.machine = machine
    self.issued = issued
    self.expires = expires
  }
}

/// A waiver whose signature was verified.
public struct SignedWaiver: Sendable {
  public let waiver: Waiver
  /// Identifier of the key that signed it.
  public let keyID: String
  /// Whether that key is for tests and demonstrations only.
  public let isTest: Bool

  public init(waiver: Waiver, keyID: String, isTest: Bool = false) {
    self.waiver = waiver
    self.keyID = keyID
    self.isTest = isTest
  }
}

/// A waiver that was offered, and whether it counted.
public struct WaiverReview: Sendable {
  public let waiver: Waiver
  /// Identifier of the key that signed it.
  public let keyID: String
  public let verdict: AnswerReview.Verdict
}
