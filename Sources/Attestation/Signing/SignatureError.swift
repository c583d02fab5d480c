/// Why a signed text is not accepted.
public enum SignatureError: Error, Equatable, Sendable {
  /// Longer than `JWS.maximumLength`.
  case tooLong(Int)
  /// Not three parts with dots between them.
  case notCompact
  /// A part is not canonical base64url: padding, foreign characters, or set bits after the last byte.
  case notBase64URL(Part)
  /// The header is not a JSON object.
  case headerUnreadable
  /// The header names no algorithm that is accepted (`SignatureAlgorithm`).
  case algorithm(String)
  /// The header names another algorithm than the one of the pinned key.
  case otherAlgorithm(expected: SignatureAlgorithm, found: String)
  /// The header has members other than `alg`, `kid` and `typ`, or lacks one.
  case headerMembers([String])
  /// The header's text is not canonical: order, white space, escapes or duplicated members.
  case headerNotCanonical
  /// A statement of another type.
  case type(expected: String, found: String)
  /// No pinned key has this identifier.
  case unknownKey(String)
  /// The signature has not the bytes that its key makes.
  case signatureLength(Int, expected: Int)
  /// The signature does not belong to this text and key.
  case notSigned(String)
  /// The signature fits, but is the other one of two forms.
  case signatureNotCanonical
  /// The key is pinned, but was revoked.
  case revokedKey(String, Revocation.Reason)
  /// The payload is authentic, but not a canonical statement of its type.
  case payload

  /// A part of a compact JWS.
  public enum Part: String, Sendable {
    case header
    case payload
    case signature
  }
}

extension SignatureError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLong(let length): "the signed text is too long (\(length) bytes)"
    case .notCompact: "not a signed text (compact JWS)"
    case .notBase64URL(let part): "the \(part.rawValue) of the signed text is not canonical base64url"
    case .headerUnreadable: "the header of the signed text cannot be read"
    case .algorithm(let name):
      "the signed text uses the algorithm \(quoted(name)), only EdDSA, ES256 and RS256 are accepted"
    case .otherAlgorithm(let expected, let found):
      "the signed text names the algorithm \(quoted(found)), but its key makes \(expected.rawValue) only"
    case .headerMembers: "the header of the signed text does not hold exactly alg, kid and typ"
    case .headerNotCanonical: "the header of the signed text is not in canonical form"
    case .type(let expected, let found):
      "the signed text is a statement of type \(quoted(found)), not \(expected)"
    case .unknownKey(let kid): "the key \(quoted(kid)) is not trusted on this machine"
    case .signatureLength(let length, let expected): "the signature has \(length) bytes, not \(expected)"
    case .signatureNotCanonical: "the signature is not in canonical form"
    case .revokedKey(let kid, let reason):
      "the key \(quoted(kid)) was revoked (\(reason.words[1]))"
    case .notSigned(let kid): "the signature does not match the text and the key \(quoted(kid))"
    case .payload: "the signed text is authentic, but its content does not follow its type"
    }
  }

  /// The reason in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .tooLong(let length): "văn bản ký số quá dài (\(length) byte)"
    case .notCompact: "không phải văn bản ký số (JWS dạng rút gọn)"
    case .notBase64URL(let part): "phần \(part.rawValue) của văn bản ký số không đúng dạng base64url chuẩn"
    case .headerUnreadable: "không đọc được phần đầu của văn bản ký số"
    case .algorithm(let name):
      "văn bản ký bằng thuật toán \(quoted(name)), chỉ chấp nhận EdDSA, ES256 và RS256"
    case .otherAlgorithm(let expected, let found):
      "văn bản ghi thuật toán \(quoted(found)), nhưng khoá này chỉ ký bằng \(expected.rawValue)"
    case .headerMembers: "phần đầu của văn bản ký số không gồm đúng ba mục alg, kid và typ"
    case .headerNotCanonical: "phần đầu của văn bản ký số không ở dạng chuẩn"
    case .type(let expected, let found): "văn bản ký số thuộc loại \(quoted(found)), không phải \(expected)"
    case .unknownKey(let kid): "khoá \(quoted(kid)) chưa được tin cậy trên máy này"
    case .signatureLength(let length, let expected): "chữ ký dài \(length) byte, không phải \(expected)"
    case .signatureNotCanonical: "chữ ký không ở dạng chuẩn"
    case .revokedKey(let kid, let reason): "khoá \(quoted(kid)) đã bị thu hồi (\(reason.words[0]))"
    case .notSigned(let kid): "chữ ký không khớp với nội dung và khoá \(quoted(kid))"
    case .payload: "chữ ký đúng, nhưng nội dung không theo mẫu của loại văn bản"
    }
  }
}

/// A foreign text that is safe to print: at most 64 ASCII characters.
func quoted(_ text: String) -> String {
  let safe = text.unicodeScalars.prefix(64).map { scalar in
    (0x20..<0x7F).contains(scalar.value) ? String(scalar) : "?"
  }
  return "“\(safe.joined())”"
}
