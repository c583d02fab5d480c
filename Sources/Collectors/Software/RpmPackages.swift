import Facts
import LinuxHost

/// The packages that rpm has installed: from its SQLite database, or from rpm itself where the database is of an older form.
struct RpmPackages {
  struct Package: Equatable {
    let name: String
    let version: String
    /// Who built it, where the package says so.
    let vendor: String?
  }

  /// Databases in the forms Berkeley DB and ndb, which rpm alone reads.
  static let olderForms = [
    "/var/lib/rpm/Packages", "/usr/lib/sysimage/rpm/Packages", "/var/lib/rpm/Packages.db",
    "/usr/lib/sysimage/rpm/Packages.db",
  ]
  static let call = ProgramCall(
    "/usr/bin/rpm", ["-qa", "--qf", "%{NAME}\\t%{VERSION}\\t%{VENDOR}\\n"], seconds: 60, rights: .reader,
    withoutNetwork: true, outputLimit: 8 << 20)

  let installed: [Package]
  /// The database.
  let path: String

  /// Empty where the system has no rpm database; one that cannot be read is a gap. Throws `FileError`.
  init(_ host: any Host, _ sink: any FactSink) throws {
    var found: [Package] = []
    do throws(FileError) {
      path = try RpmDatabase.eachHeader(host.files) { header in
        guard let name = header.name else { return }
        found.append(Package(name: name, version: header.version ?? "", vendor: header.vendor))
      }
      installed = found
      return
    } catch {
      guard error.isAbsent else { throw error }
    }
    let older = try Self.olderForms.first(where: host.files.exists)
    path = older ?? ""
    guard let older else {
      installed = []
      return
    }
    var answered: [Package] = []
    do {
      let result = try host.run(Self.call)
      guard result.status == 0 else { throw CollectionFailure(.error, .readFailed, detail: Self.call.line) }
      answered = Self.parse(result.output)
      if answered.isEmpty { try sink.skipped(older, .damaged, detail: Self.call.line) }
    } catch let error as any ReasonedError {
      try sink.skipped(older, error.reason, detail: error.detail)
    } catch let failure as CollectionFailure {
      try sink.skipped(older, failure.reason, detail: Self.call.line)
    }
    installed = answered
  }

  static func parse(_ output: String) -> [Package] {
    output.split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard words.count == 3, !words[0].isEmpty else { return nil }
      return Package(name: words[0], version: words[1], vendor: words[2] == "(none)" ? nil : words[2])
    }
  }
}
