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
  /// The header does not name the algorithm EdDSA.
  case algorithm(String)
  /// The header has members other than `alg`, `kid` and `typ`, or lacks one.
  case headerMembers([String])
  /// The header's text is not canonical: order, white space, escapes or duplicated members.
  case headerNotCanonical
  /// A statement of another type.
  case type(expected: String, found: String)
  /// No pinned key has this identifier.
  case unknownKey(String)
  /// The signature has not 64 bytes.
  case signatureLength(Int)
  /// The signature does not belong to this text and key.
  case notSigned(String)
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
    case .algorithm(let name): "the signed text uses the algorithm \(quoted(name)), only EdDSA is accepted"
    case .headerMembers: "the header of the signed text does not hold exactly alg, kid and typ"
    case .headerNotCanonical: "the header of the signed text is not in canonical form"
    case .type(let expected, let found):
      "the signed text is a statement of type \(quoted(found)), not \(expected)"
    case .unknownKey(let kid): "the key \(quoted(kid)) is not trusted on this machine"
    case .signatureLength(let length): "the signature has \(length) bytes, not 64"
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
    case .algorithm(let name): "văn bản ký bằng thuật toán \(quoted(name)), chỉ chấp nhận EdDSA"
    case .headerMembers: "phần đầu của văn bản ký số không gồm đúng ba mục alg, kid và typ"
    case .headerNotCanonical: "phần đầu của văn bản ký số không ở dạng chuẩn"
    case .type(let expected, let found): "văn bản ký số thuộc loại \(quoted(found)), không phải \(expected)"
    case .unknownKey(let kid): "khoá \(quoted(kid)) chưa được tin cậy trên máy này"
    case .signatureLength(let length): "chữ ký dài \(length) byte, không phải 64"
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
