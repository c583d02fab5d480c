/// Data of a person who has no account on this machine.
public struct ForeignData: Fact {
  public static let table = Table(
    "foreign_data", "Data of a person who has no account on this machine",
    [
      .code("data", "What it is", ForeignDataKind.self),
      .text("path", "Path"),
      .text("person", "Name or number of the person, as the machine gives it"),
      .integer("files", "Files, or entries of the folder"),
      .optionalTime("last_time", "Last change"),
    ])

  public var data: ForeignDataKind
  public var path: String
  public var person: String
  public var files: Int64
  public var lastTime: Int64?

  public init(data: ForeignDataKind, path: String, person: String, files: Int64, lastTime: Int64? = nil) {
    self.data = data
    self.path = path
    self.person = person
    self.files = files
    self.lastTime = lastTime
  }
}

/// What a former user left.
public enum ForeignDataKind: String, Codable, Sendable, CaseIterable {
  /// A home folder that no account names.
  case homeFolder = "home_folder"
  /// A home folder of another system on this machine's disks.
  case otherHome = "other_home"
  case windowsProfile = "windows_profile"
  /// Files whose owner is no account.
  case orphanFiles = "orphan_files"
}
