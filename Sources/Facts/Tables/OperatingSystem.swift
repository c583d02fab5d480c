/// The installed operating system and the end of its support.
public struct OperatingSystem: Fact {
  public static let table = Table(
    "operating_system", "The installed operating system and the end of its support",
    [
      .text("id", "Distribution, as in os-release"),
      .text("version_id", "Version, as in os-release; empty for a rolling release"),
      .text("name", "Full name"),
      .optionalText("codename", "Code name of the release"),
      .optionalText("kernel", "Release of the running kernel"),
      .optionalText("kernel_installed", "Newest kernel that is installed"),
      .flag("kernel_outdated", "1 if an installed kernel is newer than the running one"),
      .optionalTime("installed_at", "When the system was installed, as far as its files tell"),
      .optionalTime("support_end", "End of security support; empty if not known"),
      .optionalText("support_source", "Where the support end was published"),
      .optionalTime("support_data_date", "Date of the support data"),
    ])

  public var id: String
  public var versionId: String
  public var name: String
  public var codename: String?
  public var kernel: String?
  public var kernelInstalled: String?
  public var kernelOutdated: Bool
  public var installedAt: Int64?
  public var supportEnd: Int64?
  public var supportSource: String?
  public var supportDataDate: Int64?

  public init(
    id: String, versionId: String, name: String, codename: String? = nil, kernel: String? = nil,
    kernelInstalled: String? = nil, kernelOutdated: Bool = false,
    installedAt: Int64? = nil, supportEnd: Int64? = nil, supportSource: String? = nil,
    supportDataDate: Int64? = nil
  ) {
    self.id = id
    self.versionId = versionId
    self.name = name
    self.codename = codename
    self.kernel = kernel
    self.kernelInstalled = kernelInstalled
    self.kernelOutdated = kernelOutdated
    self.installedAt = installedAt
    self.supportEnd = supportEnd
    self.supportSource = supportSource
    self.supportDataDate = supportDataDate
  }
}
