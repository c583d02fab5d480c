import Facts
import LinuxHost

/// Where a Windows lies: at the root of an inspected disk, or mounted in a system of the same machine.
enum WindowsVolumes {
  static let config = "/Windows/System32/config"
  private static let folders = ["", "/mnt", "/mnt/*", "/media/*", "/media/*/*", "/run/media/*/*", "/windows"]

  /// Folders that hold a Windows; "" is the root itself.
  static func all(_ host: any Host, _ sink: any FactSink) throws -> [String] {
    let finder = TracePlaces(try ContactWriter(WindowsHistoryCollector.name, host, sink), [])
    return try all(host.files, sink, finder)
  }

  static func all(_ files: FileTree, _ sink: any FactSink, _ finder: TracePlaces) throws -> [String] {
    var found: [String] = []
    for folder in folders {
      for place in try finder.all(folder + config) {
        try sink.reading {
          if try files.info(place.path).kind == .folder {
            found.append(String(place.path.dropLast(config.count)))
          }
        }
      }
    }
    return found
  }

  /// Those of a device store, which knows no host.
  static func all(_ store: DeviceStoreHost) throws -> [String] {
    var found: [String] = []
    for folder in folders {
      var parents = [""]
      for part in folder.split(separator: "/") {
        parents = try parents.flatMap { parent in
          part == "*"
            ? try store.list(parent.isEmpty ? "/" : parent).map { "\(parent)/\($0)" } : ["\(parent)/\(part)"]
        }
      }
      for parent in parents where try store.info(parent + config)?.kind == .folder { found.append(parent) }
    }
    return found
  }
}
