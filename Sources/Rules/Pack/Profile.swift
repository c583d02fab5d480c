import Facts

/// A kind of machine and what is asked of it, read from `rules/profiles/<id>.yaml`.
public struct Profile: Sendable {
  public let id: String
  public let title: LocalizedText
  public let summary: LocalizedText
  public private(set) var effects: [String: Effect]
  /// Checks whose `notapplicable` does not stand against a pass, with the reason.
  public let mayBeNotApplicable: [String: LocalizedText]
  /// The only edition that the profile makes sense under.
  public let onlyEdition: String?
  /// Age at which antivirus signatures are too old, seconds.
  public var signatureAge: Int64 = 30 * 86_400
  public var subject = Subject.machine
  /// Effects of a machine's own scheduled check where they are others.
  public var selfCheckEffects: [String: Effect] = [:]

  /// The profile as a self-check applies it.
  public var inSelfCheck: Profile {
    var profile = self
    profile.effects.merge(selfCheckEffects) { $1 }
    return profile
  }

  /// What a profile speaks of.
  public enum Subject: String, Sendable, CaseIterable {
    case machine
    case medium
  }

  /// Tables that every pass rests on.
  var foundation: Set<String> { subject == .medium ? Schema.mediumFoundation : Schema.foundation }
}
