import Facts
import LinuxHost

/// Where traces of products are looked for: packages, units, files and running processes, each read once.
final class InstalledPrograms {
  private static let unitFolders = [
    "/etc/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system",
  ]
  private let files: FileTree
  private let packages: [DpkgStatus.Package]
  private let rpm: RpmPackages
  private let otherPackages: [String]
  private let units: [(name: String, path: String)]
  private let processes: [(name: String, path: String)]
  private var folders: [String: [String]] = [:]

  /// Throws `FileError` where one of them cannot be read.
  init(_ host: any Host, _ sink: any FactSink) throws {
    files = host.files
    packages = try DpkgStatus(host.files).installed
    rpm = try RpmPackages(host, sink)
    otherPackages = try Self.names("/var/lib/pacman/local", host.files)
    units = try Self.unitFolders.flatMap { folder in
      try Self.names(folder, host.files).map { ($0, "\(folder)/\($0)") }
    }
    processes = try Self.processes(host, sink)
  }

  /// Version of a package; nil if it is not installed.
  func version(of package: String) -> String? {
    packages.first { $0.name == package }?.version ?? rpm.installed.first { $0.name == package }?.version
  }

  /// The path of the first trace that is there; nil if there is none.
  func first(_ traces: ProductTraces) throws -> String? {
    for pattern in traces.paths ?? [] {
      if let path = try path(pattern) { return path }
    }
    for pattern in traces.packages ?? [] {
      if packages.contains(where: { Glob.matches(pattern, $0.name) }) { return DpkgStatus.path }
      if rpm.installed.contains(where: { Glob.matches(pattern, $0.name) }) { return rpm.path }
      let folder = otherPackages.first { Glob.matches("\(pattern)-[0-9]*", $0) }
      if let folder { return "/var/lib/pacman/local/\(folder)" }
    }
    for pattern in traces.services ?? [] {
      if let unit = units.first(where: { Glob.matches(pattern, $0.name) }) { return unit.path }
    }
    for pattern in traces.processes ?? [] {
      if let process = processes.first(where: { Glob.matches(pattern, $0.name) }) { return process.path }
    }
    return nil
  }

  private func path(_ pattern: String) throws -> String? {
    guard Glob.isPattern(pattern) else {
      return try files.exists(pattern) ? pattern : nil
    }
    guard let slash = pattern.lastIndex(of: "/") else { return nil }
    let folder = String(pattern[..<slash])
    let name = String(pattern[pattern.index(after: slash)...])
    let names = try folders[folder] ?? Self.names(folder, files)
    folders[folder] = names
    return names.first { Glob.matches(name, $0) }.map { "\(folder)/\($0)" }
  }

  private static func names(_ folder: String, _ files: FileTree) throws(FileError) -> [String] {
    do {
      return try files.list(folder)
    } catch {
      if error.isAbsent { return [] }
      throw error
    }
  }

  /// Running processes by name; none off the running machine, where files must tell.
  private static func processes(
    _ host: any Host, _ sink: any FactSink
  ) throws -> [(name: String, path: String)] {
    guard host.nature == .live else { return [] }
    let kernel = try host.kernel()
    var found: [(String, String)] = []
    for folder in try kernel.list("/proc") where folder.utf8.first.map({ (48...57).contains($0) }) == true {
      do {
        let name = try kernel.text("/proc/\(folder)/comm", limit: 64)
        found.append((String(name.prefix { !$0.isNewline }), "/proc/\(folder)"))
      } catch {
        guard !error.isAbsent && error.code != 3 else { continue }
        try sink.skipped("/proc/\(folder)/comm", error.reason, detail: error.detail)
      }
    }
    return found
  }
}
