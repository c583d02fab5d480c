/// The entries of one register.
public enum RegisterContents: Equatable, Sendable {
  case stamps([StampEntry])
  case records([RecordEntry])
  case waivers([WaiverEntry])

  public var count: Int {
    switch self {
    case .stamps(let entries): entries.count
    case .records(let entries): entries.count
    case .waivers(let entries): entries.count
    }
  }

  /// As a table for spreadsheets.
  public var text: String {
    switch self {
    case .stamps(let entries): StampTable.text(entries)
    case .records(let entries): RecordTable.text(entries)
    case .waivers(let entries): WaiverTable.text(entries)
    }
  }

  /// Reads a table of the register that its heading names; throws the line of what is none.
  public init(_ text: String, file: String) throws(RegisterError) {
    if text.hasPrefix(CSV.text([RecordTable.heading])) {
      self = .records(try RecordTable.entries(text, file: file))
    } else if text.hasPrefix(CSV.text([WaiverTable.heading])) {
      self = .waivers(try WaiverTable.entries(text, file: file))
    } else {
      self = .stamps(try StampTable.entries(text, file: file))
    }
  }
}
