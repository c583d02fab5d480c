import Facts
import LinuxHost

/// The lists of digests that dpkg keeps of the files that packages brought; configuration files are not in them.
struct DpkgDigestLists {
  private static let folder = "/var/lib/dpkg/info"
  /// Folders that installations leave out on purpose (dpkg's path-exclude).
  private static let optional = ["usr/share/doc/", "usr/share/man/", "usr/share/locale/", "usr/share/info/"]
  /// Where the files of all other packages stand instead.
  private struct Diversion {
    let path: String
    let package: Substring
  }

  private let files: FileTree
  private let names: [String]
  private let diversions: [String: Diversion]

  init(_ files: FileTree) throws(FileError) {
    self.files = files
    do {
      names = try files.list(Self.folder).filter { $0.hasSuffix(".md5sums") }
    } catch {
      guard error.isAbsent else { throw error }
      names = []
    }
    diversions = try Self.diversions(files)
  }

  var isEmpty: Bool { names.isEmpty }

  /// Adds a row for every file that differs or is gone, and returns the sum; what takes longer is a gap.
  func compare(seconds: Int, _ sink: any FactSink) throws -> SoftwareTrace {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var compared: Int64 = 0
    var faults: Int64 = 0
    for name in names {
      let package = String(name.dropLast(8).prefix { $0 != ":" })
      for line in try files.lines("\(Self.folder)/\(name)", limit: 64 << 20) where line.utf8.count > 34 {
        guard ContinuousClock.now < deadline else {
          try sink.skipped(Self.folder, .timedOut, detail: "\(seconds) s")
          return sum(compared, faults)
        }
        compared += 1
        if compared % 64 == 0 { try sink.progress(done: Int(compared), total: nil, unit: .files) }
        let path = String(line.dropFirst(34))
        guard let kind = try fault(path, of: package, digest: line.prefix(32), sink) else { continue }
        faults += 1
        try sink.add(SoftwareTrace(kind: kind, name: package, path: "/\(path)"))
      }
    }
    return sum(compared, faults)
  }

  private func sum(_ compared: Int64, _ faults: Int64) -> SoftwareTrace {
    SoftwareTrace(kind: .verification, name: "dpkg", path: Self.folder, compared: compared, faults: faults)
  }

  private func fault(
    _ path: String, of package: String, digest: Substring, _ sink: any FactSink
  ) throws -> SoftwareTraceKind? {
    let diversion = diversions["/\(path)"].flatMap { $0.package == package ? nil : $0 }
    let place = diversion?.path ?? "/\(path)"
    do {
      return try FileDigest.md5(files.open(place)) == digest ? nil : .alteredFile
    } catch {
      if error.isAbsent { return Self.optional.contains(where: path.hasPrefix) ? nil : .missingFile }
      try sink.skipped(place, error.reason, detail: error.detail)
      return nil
    }
  }

  /// Where dpkg-divert(1) puts files instead: three lines each, path, other path and package.
  private static func diversions(_ files: FileTree) throws(FileError) -> [String: Diversion] {
    do {
      let lines = try files.lines("/var/lib/dpkg/diversions", limit: 4 << 20)
      var diversions: [String: Diversion] = [:]
      for index in stride(from: 0, to: lines.count - 2, by: 3) {
        diversions[String(lines[index])] = Diversion(
          path: String(lines[index + 1]), package: lines[index + 2])
      }
      return diversions
    } catch {
      if error.isAbsent { return [:] }
      throw error
    }
  }
}
