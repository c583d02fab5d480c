import Attestation
import Foundation

/// Makes forgeries of one signed text; what needs a signature is signed once.
struct ForgedText {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private let issuers: Issuers
  private let text: [UInt8]
  private let parts: [String]
  private let payload: Data
  private let type: String
  private let byStranger: String
  private let byColleague: String
  private let ofOtherType: String
  private let members: [String: Any]

  init(_ value: some Encodable, type: String, _ issuers: Issuers) throws {
    self.issuers = issuers
    self.type = type
    payload = try CanonicalJSON.encode(value)
    let signed = try JWS.sign(payload: payload, type: type, with: issuers.own)
    text = Array(signed.utf8)
    parts = signed.split(separator: ".").map(String.init)
    byStranger = try JWS.sign(payload: payload, type: type, with: issuers.stranger)
    byColleague = try JWS.sign(payload: payload, type: type, with: issuers.colleague)
    ofOtherType = try JWS.sign(payload: payload, type: Statement.answer, with: issuers.own)
    members = try JSONSerialization.jsonObject(with: payload) as? [String: Any] ?? [:]
  }

  var original: String { String(decoding: text, as: UTF8.self) }

  /// A text that is not the original, or the original where its key was revoked.
  func forge(_ forgery: Forgery) throws -> (text: String, trust: TrustStore) {
    if forgery == .revokedKey { return (original, issuers.afterRevocation) }
    while true {
      let changed = try changed(forgery)
      if changed != original { return (changed, issuers.trust) }
    }
  }

  private func changed(_ forgery: Forgery) throws -> String {
    let kid = issuers.own.publicKey.kid
    switch forgery {
    case .bitFlip:
      var bytes = text
      bytes[Int.random(in: bytes.indices)] ^= 1 << UInt8.random(in: 0..<7)
      return String(decoding: bytes, as: UTF8.self)
    case .truncation: return String(decoding: text.prefix(Int.random(in: text.indices)), as: UTF8.self)
    case .partSwap: return joined(parts[1], parts[0], parts[2])
    case .extraText:
      let extra = [".", "=", " ", "\n", "A", "\0"][Int.random(in: 0..<6)]
      return Bool.random() ? original + extra : extra + original
    case .looseBase64:
      var bytes = text
      guard let last = Self.digits.firstIndex(of: bytes[bytes.count - 1]) else { return original }
      bytes[bytes.count - 1] = Self.digits[last ^ Int.random(in: 1...3)]
      return String(decoding: bytes, as: UTF8.self)
    case .paddedBase64:
      let place = Int.random(in: 0..<3)
      return parts.indices.map { parts[$0] + ($0 == place ? "=" : "") }.joined(separator: ".")
    case .otherKey: return byStranger
    case .otherIssuersIdentifier:
      return joined(byColleague.split(separator: ".").map(String.init)[0], parts[1], parts[2])
    case .ownIdentifier:
      return joined(parts[0], parts[1], byColleague.split(separator: ".").map(String.init)[2])
    case .algorithmNone:
      let name = ["none", "None", "NONE", "HS256", "ES512", ""][Int.random(in: 0..<6)]
      return joined(header(name, kid), parts[1], Bool.random() ? parts[2] : "")
    case .otherAlgorithm: return joined(header(Bool.random() ? "ES256" : "RS256", kid), parts[1], parts[2])
    case .otherType: return ofOtherType
    case .duplicateMember: return joined(header("EdDSA", kid, more: #""kid":"\#(kid)","#), parts[1], parts[2])
    case .changedPayload:
      var bytes = Array(payload)
      let place = Int.random(in: bytes.indices)
      bytes[place] = bytes[place] &+ UInt8.random(in: 1...255)
      return joined(parts[0], Base64URL.encode(bytes), parts[2])
    case .fieldSwap:
      var swapped = members
      let names = swapped.keys.shuffled()
      (swapped[names[0]], swapped[names[1]]) = (swapped[names[1]], swapped[names[0]])
      let data = try JSONSerialization.data(
        withJSONObject: swapped, options: [.sortedKeys, .withoutEscapingSlashes])
      return joined(parts[0], Base64URL.encode(data), parts[2])
    case .revokedKey: return original
    }
  }

  private func joined(_ parts: String...) -> String { parts.joined(separator: ".") }

  private func header(_ alg: String, _ kid: String, more: String = "") -> String {
    Base64URL.encode(Data(#"{"alg":"\#(alg)","kid":"\#(kid)",\#(more)"typ":"\#(type)"}"#.utf8))
  }
}
