import Foundation

/// What opens a private key file.
public struct Passphrase: Sendable, Equatable {
  /// UTF-8 in normalization form C, so that the way of typing Vietnamese letters does not matter.
  let bytes: Data

  public init(_ text: String) { bytes = Data(text.precomposedStringWithCanonicalMapping.utf8) }

  /// Characters of the shortest passphrase that protects a new key.
  public static let minimumLength = 8
}
