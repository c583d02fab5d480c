import Attestation
import Crypto
import Foundation

extension SignedStamp {
  /// What the QR code of the printed stamp says of it.
  public func tem() throws -> Tem {
    let content = PrintedContent(
      machine: stamp.machine, parts: stamp.parts, baseline: stamp.baseline, facts: stamp.facts)
    return Tem(
      serial: stamp.serial, issued: stamp.issued, until: stamp.validUntil, edition: stamp.law,
      verdict: stamp.verdict,
      digest: Base64URL.encode(SHA256.hash(data: try CanonicalJSON.encode(content))))
  }

  /// What the digest of a printed stamp covers.
  private struct PrintedContent: Encodable {
    let machine: String
    let parts: [String: [String]]
    let baseline: StampBaseline
    let facts: String
  }
}
