import LinuxHost

/// Where the facts of a scan come from.
public enum FactsOrigin: Sendable, Equatable {
  case live
  /// A mounted disk; `liveHardware` takes buses and devices from the running machine.
  case root(String, liveHardware: Bool)
  case recording(String)

  /// Opens the machine; throws `FileError` or `CollectionFailure` where that cannot be done.
  public func open() throws -> any Host {
    switch self {
    case .live: try LiveHost()
    case .root(let path, let liveHardware): try RootHost(root: path, hardware: liveHardware)
    case .recording(let path): try RecordingHost(folder: path)
    }
  }
}
