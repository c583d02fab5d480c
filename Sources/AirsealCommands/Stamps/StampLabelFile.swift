import Attestation
import Stamping

/// Writes the printed form of a stamp.
enum StampLabelFile {
  /// The key must be the one that signed the stamp; `size` is a name of `rules/stamp-labels.yaml`.
  static func print(
    _ signed: SignedStamp, with signer: any Signer, to path: String, size: String? = nil,
    installation: Installation
  ) throws {
    guard signer.publicKey.kid == signed.key.kid else {
      throw RegisterError.otherKey(signed.stamp.serial)
    }
    let (tem, stamp) = (try signed.tem(), signed.stamp)
    let content = LabelContent(
      issuer: stamp.issuer, serial: stamp.serial, unit: stamp.unit, machine: stamp.machineName,
      issued: stamp.issued, until: stamp.validUntil, code: tem.shortCode, text: try tem.sign(with: signer),
      isTest: signed.key.isTest)
    try LabelPrinter(installation).print(content, to: path, size: size)
  }
}
