/// What is known of where the software of a machine came from, and whether it is as it came.
public struct SoftwareTrace: Fact {
  public static let table = Table(
    "software_trace", "Where software came from, and whether it is as it came",
    [
      .code("kind", "Kind of the finding", SoftwareTraceKind.self),
      .text("name", "Package, source or tool"),
      .optionalText("version", "Version of the package"),
      .text("path", "File that shows it"),
      .text("vendor", "Who built it, as the package says"),
      .optionalInteger("compared", "Files that were compared with the package database"),
      .optionalInteger("faults", "Files that differ or are missing"),
    ])

  public var kind: SoftwareTraceKind
  public var name: String
  public var version: String?
  public var path: String
  public var vendor: String
  public var compared: Int64?
  public var faults: Int64?

  public init(
    kind: SoftwareTraceKind, name: String, version: String? = nil, path: String, vendor: String = "",
    compared: Int64? = nil, faults: Int64? = nil
  ) {
    self.kind = kind
    self.name = name
    self.version = version
    self.path = path
    self.vendor = vendor
    self.compared = compared
    self.faults = faults
  }
}

/// Kind of what is known of software.
public enum SoftwareTraceKind: String, Codable, Sendable, CaseIterable {
  /// A package source that is not the distribution's.
  case foreignSource = "foreign_source"
  /// A package that somebody else built.
  case foreignPackage = "foreign_package"
  /// A file that is not what its package brought.
  case alteredFile = "altered_file"
  case missingFile = "missing_file"
  /// A comparison of all files with the package database.
  case verification
}
