import Facts

/// What a stamped machine had when it was stamped; what comes later is a change.
public struct StampBaseline: Codable, Sendable, Equatable {
  /// Permanent addresses of network cards.
  public var networkCards: [String]
  public var radios: [Radio]
  public var media: [Medium]
  public var system: System
  /// Findings that answers and waivers settled, each as `StampBaseline.mark` names it.
  public var settled: [String]

  /// A radio that was settled by a signed answer.
  public struct Radio: Codable, Sendable, Equatable {
    public var subject: String
    public var kind: RadioKind
    /// Path of its card below /sys, which stays when a driver gives it another name.
    public var place: String
    public var model: String?
    /// Whether it could transmit when the machine was stamped.
    public var enabled: Bool
  }

  /// A medium whose registration was valid.
  public struct Medium: Codable, Sendable, Equatable {
    /// Vendor, product and serial.
    public var identity: String
    public var purpose: DevicePurpose
  }

  public struct System: Codable, Sendable, Equatable {
    /// As in os-release.
    public var id: String
    public var version: String
  }

  public init(
    networkCards: [String], radios: [Radio], media: [Medium], system: System, settled: [String] = []
  ) {
    self.networkCards = networkCards
    self.radios = radios
    self.media = media
    self.system = system
    self.settled = settled
  }

  /// The baseline of a machine as facts describe it; `settled` names findings by check and subject.
  public init(_ facts: StampFacts, settled: [(check: String, subject: String)]) {
    self.init(
      networkCards: facts.identity.filter { $0.component == .nic }.map(\.value).sorted(),
      radios: facts.radios.map {
        Radio(subject: $0.subject, kind: $0.kind, place: $0.syspath, model: $0.model, enabled: $0.enabled)
      }
      .sorted { ($0.subject, $0.place) < ($1.subject, $1.place) },
      media: facts.registered.filter { $0.standing == .valid }
        .compactMap { device in device.identity.map { Medium(identity: $0, purpose: device.purpose) } }
        .sorted { $0.identity < $1.identity },
      system: System(id: facts.system?.id ?? "", version: facts.system?.versionId ?? ""),
      settled: Set(settled.map { Self.mark($0.check, $0.subject) }).sorted())
  }

  /// A finding without its words: the check, and 16 hex digits of the SHA-256 of its subject.
  public static func mark(_ check: String, _ subject: String) -> String {
    "\(check):\(IdentityParts.digest(subject).prefix(16))"
  }
}
