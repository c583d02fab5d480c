import Attestation

/// One way to forge a signed text, and the reasons that refuse it.
enum Forgery: CaseIterable {
  case bitFlip, truncation, partSwap, extraText, looseBase64, paddedBase64
  case otherKey, otherIssuersIdentifier, ownIdentifier, revokedKey
  case algorithmNone, otherAlgorithm, otherType, duplicateMember
  case changedPayload, fieldSwap

  /// Whether a refusal names this forgery, and not something else.
  func isNamed(by error: SignatureError) -> Bool {
    switch (self, error) {
    case (.bitFlip, .tooLong), (.bitFlip, .payload), (.bitFlip, .revokedKey): false
    case (.bitFlip, _): true
    case (.truncation, .notCompact), (.truncation, .notBase64URL), (.truncation, .headerUnreadable),
      (.truncation, .signatureLength):
      true
    case (.partSwap, .headerMembers), (.looseBase64, .notBase64URL(.signature)): true
    case (.paddedBase64, .notBase64URL): true
    case (.extraText, .notCompact), (.extraText, .notBase64URL), (.extraText, .signatureLength),
      (.extraText, .headerUnreadable):
      true
    case (.otherKey, .unknownKey), (.otherIssuersIdentifier, .notSigned), (.ownIdentifier, .notSigned): true
    case (.revokedKey, .revokedKey), (.algorithmNone, .algorithm), (.otherAlgorithm, .otherAlgorithm): true
    case (.otherType, .type), (.duplicateMember, .headerNotCanonical): true
    case (.changedPayload, .notSigned), (.fieldSwap, .notSigned): true
    default: false
    }
  }
}
