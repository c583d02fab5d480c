/// A trace that a removable medium was used on another machine or device.
public struct MediumTrace: Fact {
  public static let table = Table(
    "medium_trace", "A trace that a removable medium was used on another machine or device",
    [
      .code("system", "System that leaves such a trace", MediumSystem.self),
      .code("sign", "What it is", MediumSign.self),
      .text("path", "Path"),
      .optionalText("person", "Account that it names"),
      .optionalTime("first_time", "When it was made"),
      .optionalTime("last_time", "Last change"),
    ])

  public var system: MediumSystem
  public var sign: MediumSign
  public var path: String
  public var person: String?
  public var firstTime: Int64?
  public var lastTime: Int64?

  public init(
    system: MediumSystem, sign: MediumSign, path: String, person: String? = nil, firstTime: Int64? = nil,
    lastTime: Int64? = nil
  ) {
    self.system = system
    self.sign = sign
    self.path = path
    self.person = person
    self.firstTime = firstTime
    self.lastTime = lastTime
  }
}

/// What a medium was used in.
public enum MediumSystem: String, Codable, Sendable, CaseIterable {
  case windows
  case macos
  case linux
  case android
  /// A camera, or a phone as such.
  case camera
}

/// What tells that a medium was used elsewhere.
public enum MediumSign: String, Codable, Sendable, CaseIterable {
  /// Folders that the system makes for its own index and bookkeeping.
  case systemFolder = "system_folder"
  case recycleBin = "recycle_bin"
  /// The system itself lies on the medium.
  case installation
  case userFolder = "user_folder"
  /// Folders that the system makes for programs and pictures.
  case appFolder = "app_folder"
  case autorun
}
