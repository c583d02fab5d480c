import GRDB

/// A cell of a fact table.
public enum FactValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)

  /// A value read back from SQLite; reals and blobs, which no table declares, become text.
  public init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .text("\(number)")
    case .string(let text): self = .text(text)
    case .blob(let bytes): self = .text("\(bytes.count) bytes")
    }
  }

  public var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }

  /// The value as plain text; empty for null.
  public var plain: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .text(let text): text
    }
  }
}
