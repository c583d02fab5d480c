import LinuxHost

/// The folders in which programs of one account keep data and settings: its own, and those of snap and flatpak.
enum DataFolders {
  /// The data folders (`~/.local/share`) of the XDG Base Directory Specification.
  static func all(of home: Home, _ traces: TraceWriter) throws -> [String] {
    try folders(home, traces, own: ".local/share", flatpak: "data", snap: ".local/share")
  }

  /// The settings folders (`~/.config`).
  static func settings(of home: Home, _ traces: TraceWriter) throws -> [String] {
    try folders(home, traces, own: ".config", flatpak: "config", snap: ".config")
  }

  /// The cache folders (`~/.cache`).
  static func caches(of home: Home, _ traces: TraceWriter) throws -> [String] {
    try folders(home, traces, own: ".cache", flatpak: "cache", snap: ".cache")
  }

  private static func folders(
    _ home: Home, _ traces: TraceWriter, own: String, flatpak: String, snap: String
  ) throws -> [String] {
    var folders = ["\(home.path)/\(own)"]
    let apps = "\(home.path)/.var/app"
    folders += try traces.names(in: apps).map { "\(apps)/\($0)/\(flatpak)" }
    let snaps = "\(home.path)/snap"
    for name in try traces.names(in: snaps) {
      folders += ["common", "current"].map { "\(snaps)/\(name)/\($0)/\(snap)" }
    }
    return folders
  }
}
