import Foundation
import Yaml

@testable import Attestation
@testable import Stamping

extension FuzzTarget {
  /// Parsers of what others sign, write down or configure.
  static let signed: [FuzzTarget] = [
    .init("base64url") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let data = Base64URL.decode(text) else { return }
      precondition(Base64URL.encode(data) == text)
    },
    .init("register_rows") { bytes in
      let rows = try CSV.rows(String(decoding: bytes, as: UTF8.self), file: "")
      let again = try CSV.rows(CSV.text(rows), file: "")
      precondition(again == rows)
    },
    .init("register_contents") { bytes in
      let contents = try RegisterContents(String(decoding: bytes, as: UTF8.self), file: "")
      let again = try RegisterContents(contents.text, file: "")
      precondition(again == contents)
    },
    .init("encrypted_key") { _ = EncryptedPKCS8(der: $0) },
    .init("yaml") { _ = try YamlNode(yaml: String(decoding: $0, as: UTF8.self)) },
  ]
}
