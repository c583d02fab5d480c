/// Another system on this machine, or a place that may hold one, that this scan did not look into.
public struct OtherSystem: Fact {
  public static let table = Table(
    "other_system", "Another system on this machine that was not inspected",
    [
      .text("source", "Collector"),
      .code("kind", "What it is", OtherSystemKind.self),
      .text("path", "File, folder or device"),
      .optionalText("name", "Name"),
      .optionalInteger("size", "Bytes"),
      .optionalTime("modified_at", "Last change"),
    ])

  public var source: String
  public var kind: OtherSystemKind
  public var path: String
  public var name: String?
  public var size: Int64?
  public var modifiedAt: Int64?

  public init(
    source: String, kind: OtherSystemKind, path: String, name: String? = nil, size: Int64? = nil,
    modifiedAt: Int64? = nil
  ) {
    self.source = source
    self.kind = kind
    self.path = path
    self.name = name
    self.size = size
    self.modifiedAt = modifiedAt
  }
}

/// What may hold another system.
public enum OtherSystemKind: String, Codable, Sendable, CaseIterable {
  case partition
  case encryptedVolume = "encrypted_volume"
  case volumeGroup = "volume_group"
  case virtualMachine = "virtual_machine"
  case container
  case snapshot
  case bootEntry = "boot_entry"
  case foreignSystem = "foreign_system"
}
