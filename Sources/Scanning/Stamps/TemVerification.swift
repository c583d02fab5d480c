import Attestation
import Stamping

/// What a printed stamp is worth where the signed file that it stands for is not at hand.
///
/// Its digest covers machine, baseline and facts at once, so that it cannot be compared with a machine alone.
public struct TemVerification: Sendable {
  public let tem: Tem
  public let key: PublicKey
  public let faults: [StampFault]
  public let doubts: [StampVerification.Doubt]

  /// `now` is in Unix seconds; with `signatureOnly` nobody asked about a machine, and that nothing was compared is no doubt.
  ///
  /// `serialHere` names another stamp that lies on this machine.
  public init(
    _ tem: Tem, key: PublicKey, now: Int64, revocation: Revocation?, signatureOnly: Bool,
    serialHere: String? = nil
  ) {
    self.tem = tem
    self.key = key
    var faults: [StampFault] = []
    if now < tem.issued { faults.append(.clockSetBack(issued: tem.issued, now: now)) }
    if let until = tem.until, now > until { faults.append(.expired(until)) }
    if let revocation { faults.append(.voided(at: revocation.revoked, revocation.reason)) }
    if key.isTest { faults.append(.testKey) }
    self.faults = faults
    doubts = signatureOnly ? [] : serialHere.map { [.otherStampHere(serial: $0)] } ?? [.printedOnly]
  }

  /// 2: authentic, but it does not hold; 3: nobody compared the machine; 0: signature, days and revocation are good.
  public var exitCode: Int32 { !faults.isEmpty ? 2 : doubts.isEmpty ? 0 : 3 }
}
