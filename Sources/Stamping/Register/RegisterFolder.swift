/// Where the registers of an issuer lie.
public struct RegisterFolder: Sendable, Equatable {
  public let path: String

  public init(_ path: String) { self.path = path }

  public var database: String { path + "/registers.sqlite" }
  var lock: String { path + "/registers.lock" }
  /// The signed texts, one a file.
  public var stamps: String { path + "/stamps" }
  /// The inspection records.
  public var records: String { path + "/records" }
  /// Signed lines on stamps that were made void; they belong into folders of trusted keys.
  public var revocations: String { path + "/revocations.jws" }

  public func stamp(_ serial: String) -> String { "\(stamps)/\(serial).jws" }
}
