import Facts
import LinuxHost

/// Antivirus products and their state: those that `rules/antivirus/` describes, ClamAV's files, and others by name.
struct AntivirusCollector: Collector {
  static let name = "antivirus"
  static let tables = [AntivirusProduct.table, MalwareScan.table]
  private static let namesFile = "antivirus-names.yaml"
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    _ = try host.files.list("/usr/bin")
    let described = try DataFile.all(ProductDescription.self, in: "antivirus", options, upTo: "examples")
    for (name, description) in described { try description.validate(name) }
    let names = try DataFile.decode(ProductNames.self, Self.namesFile, options)
    let installed = try InstalledPrograms(host, sink)
    let records = try valid(host, sink)
    for (_, description) in described {
      guard let path = try installed.first(description.detect) else { continue }
      switch description.reader {
      case .clamav: try ClamavReader(host: host, sink: sink, installed: installed).add(path)
      case nil:
        let record = records.first { $0.product == description.product }
        try sink.add(
          ProductSurvey(description: description, host: host, sink: sink, record: record).row(found: path))
      }
    }
    for entry in names.products {
      guard let path = try installed.first(entry.detect) else { continue }
      try add(entry.product, path, records.first { $0.product == entry.product }, host.now, sink)
    }
    sink.absent(.neverInstalled)
  }

  /// A product of which no file says how to ask it: what an operator declares, or a gap.
  private func add(
    _ product: String, _ path: String, _ record: AntivirusRecord?, _ now: Int64, _ sink: any FactSink
  ) throws {
    if let record {
      try sink.add(record.row(found: path, now: now))
      if record.licenceEnd == nil || record.signaturesAt == nil {
        try sink.skipped(path, .notDeclared, detail: product)
      }
      return
    }
    try sink.add(
      AntivirusProduct(
        product: product, present: true, licence: .unknown, signatures: .missing, basis: .named, path: path))
    try sink.skipped(path, .notDescribed, detail: product)
  }

  /// Records that speak of this machine now; one that does not is a gap.
  private func valid(_ host: any Host, _ sink: any FactSink) throws -> [AntivirusRecord] {
    var valid: [AntivirusRecord] = []
    for signed in options.antivirusRecords {
      let record = signed.record
      let isForeign = options.machine != record.machine || (signed.isTest && host.nature == .live)
      if isForeign || host.now > record.expires {
        try sink.skipped(
          record.product, .notDeclared,
          detail: isForeign ? "record of another machine or key" : "expired record")
      } else {
        valid.append(record)
      }
    }
    return valid
  }
}

/// Products that are known by name alone, as `rules/antivirus-names.yaml` lists them.
struct ProductNames: Decodable {
  struct Entry: Decodable {
    let product: String
    let detect: ProductTraces
  }

  let products: [Entry]
}
