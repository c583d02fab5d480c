import Attestation
import CP11Kit
import Foundation

/// A private key on a token and the numbers of its public half.
struct TokenKey {
  let handle: CK_OBJECT_HANDLE
  let material: KeyMaterial
  /// Whether the token wants the PIN for each signature.
  let asksEachTime: Bool
  let label: String

  /// The object identifier of P-256 in DER (RFC 5480 section 2.1.1.1).
  private static let p256 = Data([0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07])

  /// The one key that an address names, on a session that is logged in.
  init(_ session: TokenSession, _ address: TokenAddress) throws(TokenError) {
    let isPrivate = (type: CK_ATTRIBUTE_TYPE(CKA_CLASS), value: Self.number(CKO_PRIVATE_KEY))
    let found = try session.find([isPrivate] + address.attributes)
    guard let handle = found.first else { throw .noKey }
    guard found.count == 1 else { throw .ambiguousKey }
    self.handle = handle
    let id = try session.attribute(CKA_ID, of: handle) ?? Data()
    let isPublic = (type: CK_ATTRIBUTE_TYPE(CKA_CLASS), value: Self.number(CKO_PUBLIC_KEY))
    let twins = try session.find([isPublic, (type: CK_ATTRIBUTE_TYPE(CKA_ID), value: Array(id))])
    material = try Self.material(session, [handle] + (id.isEmpty ? [] : twins.prefix(1)))
    asksEachTime = try session.attribute(CKA_ALWAYS_AUTHENTICATE, of: handle)?.first == 1
    label = String(decoding: try session.attribute(CKA_LABEL, of: handle) ?? Data(), as: UTF8.self)
  }

  private static func material(
    _ session: TokenSession, _ objects: [CK_OBJECT_HANDLE]
  ) throws(TokenError) -> KeyMaterial {
    func first(_ type: UInt) throws(TokenError) -> Data? {
      for object in objects {
        if let value = try session.attribute(type, of: object), !value.isEmpty { return value }
      }
      return nil
    }
    if let n = try first(CKA_MODULUS), let e = try first(CKA_PUBLIC_EXPONENT) {
      return .rsa(n: Data(n.drop { $0 == 0 }), e: Data(e.drop { $0 == 0 }))
    }
    guard try first(CKA_EC_PARAMS) == p256, let point = try first(CKA_EC_POINT) else {
      throw .unsupportedKey
    }
    let raw = point.count == 67 && point.starts(with: [0x04, 0x41]) ? point.dropFirst(2) : point[...]
    guard raw.count == 65, raw.first == 4 else { throw .unsupportedKey }
    return .p256(x: Data(raw.dropFirst().prefix(32)), y: Data(raw.suffix(32)))
  }

  private static func number(_ value: UInt) -> [UInt8] {
    withUnsafeBytes(of: CK_ULONG(value)) { Array($0) }
  }
}
