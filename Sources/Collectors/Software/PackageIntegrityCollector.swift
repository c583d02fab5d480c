import Facts
import LinuxHost

/// Compares the files of packages with the package database: dpkg's digests by ourselves, rpm's by rpm.
///
/// It runs only where the user asks for it: it reads every file of every package.
struct PackageIntegrityCollector: Collector {
  static let name = "package_integrity"
  static let tables = [SoftwareTrace.table]
  private static let rpm = "/usr/bin/rpm"
  private static let seconds = 1800
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  static func isWanted(_ options: CollectorOptions) -> Bool { options.verifiesPackages }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let lists = try DpkgDigestLists(host.files)
    if !lists.isEmpty {
      let row = try lists.compare(seconds: Self.seconds, sink)
      try sink.add(row)
    } else if try host.files.exists(Self.rpm) {
      try askRpm(host, sink)
    } else {
      sink.absent(.unsupported, detail: "neither dpkg nor rpm")
    }
  }

  private func askRpm(_ host: any Host, _ sink: any FactSink) throws {
    let call = ProgramCall(
      Self.rpm, ["-Va", "--nomtime", "--nouser", "--nogroup", "--nomode", "--nodeps"], seconds: Self.seconds,
      rights: .reader, withoutNetwork: true, outputLimit: 16 << 20)
    let result = try host.run(call) { try sink.progress(done: 0, total: nil, unit: .files) }
    guard result.status != nil else { throw CollectionFailure(.error, .crashed, detail: Self.rpm) }
    var faults: Int64 = 0
    for line in result.output.split(whereSeparator: \.isNewline) {
      guard let fault = Self.fault(line) else { continue }
      faults += 1
      try sink.add(SoftwareTrace(kind: fault.kind, name: "rpm", path: fault.path))
    }
    try sink.add(SoftwareTrace(kind: .verification, name: "rpm", path: Self.rpm, faults: faults))
  }

  /// A line of rpm -V: nine letters or "missing", a mark of configuration files, the path.
  static func fault(_ line: Substring) -> (kind: SoftwareTraceKind, path: String)? {
    guard let slash = line.firstIndex(of: "/") else { return nil }
    let words = line[..<slash].split(separator: " ")
    guard let state = words.first, !words.dropFirst().contains("c") else { return nil }
    let path = String(line[slash...])
    if state == "missing" { return (.missingFile, path) }
    return state.count >= 8 && state.dropFirst(2).first == "5" ? (.alteredFile, path) : nil
  }
}
