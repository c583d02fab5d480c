import Collectors
import LinuxHost

/// Where the facts of a scan come from.
public enum FactsOrigin: Sendable, Equatable {
  case live
  /// A mounted disk; `liveHardware` takes buses and devices from the running machine.
  case root(String, liveHardware: Bool)
  case recording(String)
  /// A removable medium: a block device, a mount point, a folder or an image.
  case medium(String)

  /// Opens the machine and begins to read its devices; throws `FileError`, `MediumError` or `CollectionFailure` where that cannot be done.
  public func open() throws -> any Host {
    let host = try machine()
    if host.medium != nil { return host }
    var subsystems: [String] = []
    for collector in Registry.all { subsystems += collector.subsystems }
    host.prepare(devices: subsystems)
    return host
  }

  private func machine() throws -> any Host {
    switch self {
    case .live: try LiveHost()
    case .root(let path, let liveHardware): try RootHost(root: path, hardware: liveHardware)
    case .recording(let path): try RecordingHost(folder: path)
    case .medium(let path): MediumHost(try MediumOpener(path).open())
    }
  }
}
