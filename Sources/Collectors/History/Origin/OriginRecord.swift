import Facts
import Foundation

/// What an inspector signs of the origin of disks: an invoice of new ones, or a record of their secure wiping.
public struct OriginRecord: Codable, Sendable, Equatable {
  public var basis: OriginBasis
  /// Serials of the disks, as the document names them.
  public var disks: [String]
  /// First second of the day of the purchase or wiping, Unix seconds.
  public var day: Int64
  /// Hours that the disks had been powered by then; nil where the document does not say.
  public var hours: Int64?
  /// Number of the invoice or record.
  public var document: String
  /// What was seen and done.
  public var statement: String
  public var inspector: String
  public var unit: String
  /// Unix seconds.
  public var issued: Int64

  public init(
    basis: OriginBasis, disks: [String], day: Int64, hours: Int64? = nil, document: String,
    statement: String, inspector: String, unit: String, issued: Int64
  ) {
    self.basis = basis
    self.disks = disks
    self.day = day
    self.hours = hours
    self.document = document
    self.statement = statement
    self.inspector = inspector
    self.unit = unit
    self.issued = issued
  }

  /// Whether a serial can name one disk and no other.
  public static func isOwn(_ serial: String) -> Bool { UsbIdentity.isOwn(serial) }

  /// Serials as they are compared: letters of one size, without blanks, which firmware puts in at will.
  static func folded(_ serial: String) -> String { serial.uppercased().filter { !$0.isWhitespace } }
}

/// A record whose signature was verified.
public struct SignedOriginRecord: Sendable, Equatable {
  public let record: OriginRecord
  /// File that held it.
  public let path: String
  /// Identifier of the key that signed it.
  public let keyID: String
  /// Whether that key is for tests and demonstrations only.
  public let isTest: Bool

  public init(record: OriginRecord, path: String, keyID: String, isTest: Bool) {
    self.record = record
    self.path = path
    self.keyID = keyID
    self.isTest = isTest
  }
}
