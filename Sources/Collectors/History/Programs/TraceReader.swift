import Facts
import LinuxHost

/// Makes contacts of what lies at the places of one trace description.
struct TraceReader {
  let program: String
  let trace: TraceDescription
  let contacts: ContactWriter
  private let match: TraceExpression?
  private let pathMatch: TraceExpression?

  private static let limit = 64 << 20
  private static let lineLimit = 8192

  init(_ program: String, _ trace: TraceDescription, _ contacts: ContactWriter) {
    self.program = program
    self.trace = trace
    self.contacts = contacts
    match = trace.match.map(TraceExpression.init)
    pathMatch = trace.pathMatch.map(TraceExpression.init)
  }

  /// Adds what one place holds; throws `FileError` where it cannot be read.
  func look(at place: TracePlaces.Place) throws {
    let info = try contacts.files.info(place.path)
    var fields: [String: String] = [:]
    if let pathMatch {
      guard let found = try pathMatch.fields(in: place.path).first else { return }
      fields = found
    }
    if info.kind == .folder {
      guard trace.read == nil, !(try contacts.files.list(place.path).isEmpty) else { return }
      return add(fields, place, info)
    }
    guard info.kind == .regular else { throw FileError(path: place.path, reason: .notRegularFile) }
    guard info.size >= UInt64(trace.atLeast ?? 1) else { return }
    switch trace.read {
    case nil: add(fields, place, info)
    case .lines:
      try LogFile(path: place.path, info: info).forEachLine(in: contacts.files) { line in
        try look(at: line, fields, place, info)
      }
    case .runs:
      let bytes = try contacts.files.read(place.path, limit: Self.limit)
      for run in TextRuns(bytes).runs { try look(in: run, fields, place, info) }
    case .sqlite: try query(fields, place, info)
    }
  }

  private func look(
    at line: UnsafeRawBufferPointer, _ fields: [String: String], _ place: TracePlaces.Place, _ info: FileInfo
  ) throws {
    if let texts = trace.contains,
      !texts.contains(where: { firstIndex(of: Array($0.utf8), in: line, from: 0) != nil })
    {
      return
    }
    try look(
      in: String(decoding: line.prefix(Self.lineLimit), as: UTF8.self), fields, place, info, isFiltered: true)
  }

  private func look(
    in text: String, _ fields: [String: String], _ place: TracePlaces.Place, _ info: FileInfo,
    isFiltered: Bool = false
  ) throws {
    if !isFiltered, let texts = trace.contains, !texts.contains(where: text.contains) { return }
    guard let match else { return add(fields, place, info) }
    for found in try match.fields(in: text) { add(fields.merging(found) { $1 }, place, info) }
  }

  private func query(_ fields: [String: String], _ place: TracePlaces.Place, _ info: FileInfo) throws {
    let database = try SQLiteCopy(contacts.files, place.path)
    var rows: [[String: String]] = []
    try database.each(trace.sql ?? "SELECT 1") { cells in
      rows.append(
        Dictionary(zip(trace.columns ?? [], cells).filter { !$0.1.isEmpty }) { $1 })
    }
    for row in rows { add(fields.merging(row) { $1 }, place, info) }
  }

  private func add(_ fields: [String: String], _ place: TracePlaces.Place, _ info: FileInfo) {
    let formats = trace.formats ?? []
    func time(_ name: String) -> Int64? {
      fields[name].flatMap { Self.seconds($0, formats, contacts.host.utcOffset(at:)) }
    }
    let (first, last) = (time("first"), time("last"))
    let basis: TimeBasis = first == nil && last == nil ? .fileTime : .recorded
    let interface = fields["interface"] ?? trace.interface
    if interface.map(InterfaceName.isSoftwareOnly) == true { return }
    let isLocal = basis == .recorded && !formats.contains { $0 == "iso_utc" || $0.hasPrefix("unix") }
    contacts.add(
      NetworkContact(
        source: "", kind: trace.kind, path: place.path, interface: interface,
        peer: Self.host(fields["peer"]) ?? trace.peer, name: name(fields["name"]),
        firstSeen: first ?? last ?? info.modifiedAt, lastSeen: last ?? first ?? info.modifiedAt,
        timeBasis: basis, grade: trace.grade, serverDated: trace.serverDated ?? false, occurrences: 1,
        precision: trace.precision ?? 1, zone: isLocal ? .local : .utc, account: place.account))
  }

  /// As `VendorTime`, with `iso_utc` for ISO 8601 in UTC and `unix_us` for microseconds; nil for times of zero.
  private static func seconds(
    _ text: String, _ formats: [String], _ offset: (Int64) -> Int64
  ) -> Int64? {
    for format in formats {
      let time: Int64? =
        switch format {
        case "iso_utc": TraceTime.utc(text)
        case "unix_us": Int64(text).map { $0 / 1_000_000 }
        default: VendorTime.seconds(text, [format], localOffset: offset)
        }
      if let time, time > 0 { return time }
    }
    return nil
  }

  private func name(_ detail: String?) -> String {
    detail.map { "\(program): \($0)" } ?? program
  }

  /// The host of "host", "host:port", "[host]:port" and web addresses.
  private static func host(_ text: String?) -> String? {
    guard var text, !text.isEmpty else { return nil }
    if let found = WebAddress.host(text) { return found }
    if text.hasPrefix("[") { text = String(text.dropFirst().prefix { $0 != "]" }) }
    if text.lowercased().hasPrefix("::ffff:"), text.contains(".") { text = String(text.dropFirst(7)) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return (parts.count == 2 ? String(parts[0]) : text).lowercased()
  }
}
