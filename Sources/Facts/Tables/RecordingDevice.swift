/// A microphone or camera of the machine.
public struct RecordingDevice: Fact {
  public static let table = Table(
    "recording_device", "A microphone or camera of the machine",
    [
      .text("syspath", "Device path below /sys"),
      .code("kind", "What it is", RecordingKind.self),
      .text("name", "Name"),
      .optionalText("bus", "Bus (pci, usb, sdio …)"),
      .flag("built_in", "1 if its port is inside the machine"),
    ])

  public var syspath: String
  public var kind: RecordingKind
  public var name: String
  public var bus: String?
  public var builtIn: Bool

  public init(syspath: String, kind: RecordingKind, name: String, bus: String? = nil, builtIn: Bool) {
    self.syspath = syspath
    self.kind = kind
    self.name = name
    self.bus = bus
    self.builtIn = builtIn
  }
}

/// What a recording device takes.
public enum RecordingKind: String, Codable, Sendable, CaseIterable {
  /// A sound card that can record.
  case microphone
  case camera
}
