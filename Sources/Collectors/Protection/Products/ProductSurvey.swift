import Facts
import LinuxHost

/// Asks one installed product what its file describes, and makes its row.
///
/// What a licence, a signature date or a running guard needs and the product does not tell is a gap, never a guess.
struct ProductSurvey {
  let description: ProductDescription
  let host: any Host
  let sink: any FactSink
  /// What an operator declares of the product.
  let record: AntivirusRecord?

  func row(found path: String) throws -> AntivirusProduct {
    let answers = try answers()
    let values = ProductValues(description: description, answers: answers, host: host)
    var row = AntivirusProduct(
      product: description.product, present: true, licence: .unknown, signatures: .missing, basis: .asked,
      path: description.ask?.first?.name ?? path)
    row.version = values.text(.version)
    row.licenceHolder = values.text(.holder)
    row.signaturesVersion = values.text(.signaturesVersion)
    row.licenceEnd = values.time(.licenceEnd)
    row.signaturesAt = values.time(.signaturesAt)
    row.lastScanAt = values.time(.lastScanAt)
    row.lastScanFound = values.text(.lastScanFound).flatMap { Int64($0) }
    row.licence = licence(values, row.licenceEnd)
    row.signatures = signatures(values, row.signaturesAt)
    row.realTime = values.code(.realTime).flatMap(SwitchState.init) ?? .unknown
    row.updateSource = values.code(.updateSource).flatMap(UpdateSource.init) ?? .unknown
    record?.complete(&row, description.declared ?? [], now: host.now)
    row.enabled = row.realTime == .on
    try requireKnown(row, values)
    return row
  }

  private func answers() throws -> [String: String] {
    var answers: [String: String] = [:]
    for question in description.ask ?? [] {
      do {
        if let answer = try answer(question) {
          answers[question.id] = answer
        } else {
          try sink.skipped(question.name, .readFailed, detail: description.product)
        }
      } catch let error as any ReasonedError {
        try sink.skipped(question.name, error.reason, detail: error.detail)
      } catch let failure as CollectionFailure {
        try sink.skipped(question.name, failure.reason, detail: description.product)
      }
    }
    return answers
  }

  private func answer(_ question: ProductQuestion) throws -> String? {
    if let file = question.file { return try host.files.text(file, limit: 1 << 20) }
    guard let call = question.call else { return nil }
    let result = try host.run(call)
    return result.output.contains { !$0.isWhitespace } ? result.output : nil
  }

  private func licence(_ values: ProductValues, _ end: Int64?) -> LicenceState {
    if description.isFree == true { return .free }
    if values.isRead(.licence) { return values.code(.licence).flatMap(LicenceState.init) ?? .unknown }
    guard let end else { return .unknown }
    return end >= host.now ? .valid : .expired
  }

  private func signatures(_ values: ProductValues, _ date: Int64?) -> SignatureState {
    if values.isRead(.signatures) {
      return values.code(.signatures).flatMap(SignatureState.init) ?? .missing
    }
    return date == nil ? .missing : .reported
  }

  /// Names what the row lacks to be judged.
  private func requireKnown(_ row: AntivirusProduct, _ values: ProductValues) throws {
    var missing: [ProductField] = []
    if row.licence == .unknown { missing.append(.licence) }
    if row.licence == .valid, row.licenceEnd == nil { missing.append(.licenceEnd) }
    if row.signaturesAt == nil, row.signatures != .missing || !values.isKnown(.signatures) {
      missing.append(.signaturesAt)
    }
    if row.realTime == .unknown { missing.append(.realTime) }
    for field in missing {
      let isDeclared = (description.declared ?? []).contains(field)
      try sink.skipped(
        "\(description.product): \(field.rawValue)", isDeclared ? .notDeclared : .damaged,
        detail: description.product)
    }
  }
}

/// The fields of a product as its answers give them.
struct ProductValues {
  let description: ProductDescription
  let answers: [String: String]
  let host: any Host

  /// Whether the product's file says how to read the field.
  func isRead(_ field: ProductField) -> Bool { description.read?[field] != nil }

  /// Whether a field that has codes gave one.
  func isKnown(_ field: ProductField) -> Bool { code(field) != nil }

  func text(_ field: ProductField) -> String? { first(field) { $1 } }

  func code(_ field: ProductField) -> String? { first(field) { $0.code(for: $1) } }

  /// Unix seconds; the epoch itself stands for no date.
  func time(_ field: ProductField) -> Int64? {
    let seconds = first(field) { reading, text in
      VendorTime.seconds(text, reading.formats ?? [], localOffset: host.utcOffset)
    }
    guard let seconds, seconds > 86_400 else { return nil }
    return field == .licenceEnd && isDay(field) ? seconds + 86_399 : seconds
  }

  /// Whether the field is written as a day, all of which counts.
  private func isDay(_ field: ProductField) -> Bool {
    let text = first(field) { $1 } ?? ""
    return !text.contains(":") && text.contains("-")
  }

  private func first<T>(_ field: ProductField, _ value: (ProductReading, String) -> T?) -> T? {
    for reading in description.read?[field] ?? [] {
      guard let answer = answers[reading.question], let text = reading.text(in: answer) else { continue }
      if let value = value(reading, text) { return value }
    }
    return nil
  }
}
