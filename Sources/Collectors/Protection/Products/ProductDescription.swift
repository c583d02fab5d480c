import Facts
import LinuxHost

/// How one antivirus product is found, asked and understood, as a file of `rules/antivirus/` describes it.
struct ProductDescription: Decodable {
  let product: String
  /// Where the formats are documented.
  let source: String
  let detect: ProductTraces
  /// Nothing has to be bought for it.
  let isFree: Bool?
  /// Read by a reader of airseal's own instead of by questions.
  let reader: BuiltInReader?
  let ask: [ProductQuestion]?
  let read: [ProductField: [ProductReading]]?
  /// What the product does not tell, so that only an operator's signed record can.
  let declared: [ProductField]?
  let examples: [ProductExample]?

  enum CodingKeys: String, CodingKey {
    case product, source, detect, reader, ask, read, declared, examples
    case isFree = "free"
  }

  enum BuiltInReader: String, Decodable {
    case clamav
  }

  /// Refuses readings of questions that are not asked.
  func validate(_ file: String) throws {
    let questions = Set((ask ?? []).map(\.id))
    for (field, readings) in read ?? [:] {
      for reading in readings where !questions.contains(reading.question) {
        throw CollectionFailure(
          .error, .damaged,
          detail: "rules/antivirus/\(file).yaml: \(field.rawValue) reads unknown question \(reading.question)"
        )
      }
    }
  }
}

/// What can be known of a product.
enum ProductField: String, Decodable, CodingKeyRepresentable, CaseIterable {
  case version
  case licence
  case licenceEnd = "licence_end"
  case holder
  case signatures
  case signaturesAt = "signatures_at"
  case signaturesVersion = "signatures_version"
  case realTime = "real_time"
  case updateSource = "update_source"
  case lastScanAt = "last_scan_at"
  case lastScanFound = "last_scan_found"
}

/// One thing that a product is asked: by a command, or by a file that it keeps.
struct ProductQuestion: Decodable {
  let id: String
  /// Absolute path of a program and its arguments; never run through a shell.
  let command: [String]?
  /// Seconds that the program gets.
  let seconds: Int?
  let rights: ProgramCall.Rights?
  let file: String?

  var call: ProgramCall? {
    guard let command, let program = command.first else { return nil }
    return ProgramCall(
      program, Array(command.dropFirst()), seconds: seconds ?? 20, rights: rights ?? .nobody)
  }

  /// What the gap of a question that has no answer names.
  var name: String { file ?? command?.joined(separator: " ") ?? id }
}

extension ProgramCall.Rights: Decodable {}

/// A sample of what a product answered, and the row that it must give; the tests run every one.
struct ProductExample: Decodable {
  let name: String
  /// What an operator declares beside.
  let record: Record?
  /// Answers by question.
  let answers: [String: String]
  /// Cells of the row, as text; `status` and `reason` are those of the table.
  let expect: [String: String]

  struct Record: Decodable {
    let licenceEnd: Int64?
    let holder: String?
    let signaturesAt: Int64?

    enum CodingKeys: String, CodingKey {
      case holder
      case licenceEnd = "licence_end"
      case signaturesAt = "signatures_at"
    }
  }
}
