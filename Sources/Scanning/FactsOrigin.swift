import Collectors
import LinuxHost

/// Where the facts of a scan come from.
public enum FactsOrigin: Sendable, Equatable {
  case live
  /// A mounted disk; `liveHardware` takes buses and devices from the running machine.
  case root(String, liveHardware: Bool)
  /// Several mounted disks of one machine; only the first brings the hardware.
  case roots([String], liveHardware: Bool)
  case recording(String)
  /// A removable medium: a block device, a mount point, a folder or an image.
  case medium(String)

  /// Opens the machine and begins to read its devices; throws `FileError`, `MediumError` or `CollectionFailure` where that cannot be done.
  public func open() throws -> any Host { try openAll()[0] }

  /// Opens all roots of the machine, which is one but for `roots`.
  public func openAll() throws -> [any Host] {
    guard case .roots(let paths, let liveHardware) = self else { return [try prepared(machine())] }
    let roots = paths.map(InspectedRoot.init)
    return try paths.enumerated().map { index, path in
      try prepared(RootHost(root: path, hardware: liveHardware && index == 0, among: roots))
    }
  }

  private func prepared(_ host: any Host) -> any Host {
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
    case .roots(let paths, let liveHardware):
      try RootHost(root: paths[0], hardware: liveHardware)
    case .recording(let path): try RecordingHost(folder: path)
    case .medium(let path): MediumHost(try MediumOpener(path).open())
    }
  }
}
