import Attestation
import Facts
import Foundation
import LinuxHost
import Collectors
import Scanning
import Stamping

/// Leaves a stamp on the machine that it was issued for.
enum StampPlace {
  /// Throws a failure where this machine is not the one of the facts, or its state folder cannot be written.
  static func require(_ facts: SealedFacts, _ installation: Installation) throws {
    guard try facts.fetch(Scan.self).first?.nature == .live else {
      throw Failure(
        .usage, "Dữ kiện không phải của máy đang hoạt động; không lưu tem lên máy này.",
        "The facts are not those of a running machine; no stamp is left here.")
    }
    let then = Set(try hardware(facts.fetch(MachineIdentity.self)))
    let now = Set(try hardware(MachineLook(.live, installation, devices: nil).facts.identity))
    guard then == now else {
      throw Failure(
        .fails, "Máy này không phải là máy trong dữ kiện; chưa cấp tem.",
        "This machine is not the one of the facts; no stamp was issued.")
    }
    let folder = (MachineFiles.stamp as NSString).deletingLastPathComponent
    try Output.makeFolder(folder)
    guard access(folder, W_OK) == 0 else {
      throw Failure(
        .cannotWork, "Không ghi được vào \(folder): \(SystemWords.reason(errno)); chưa cấp tem.",
        "Cannot write in \(folder): \(SystemWords.reason(errno)); no stamp was issued.")
    }
  }

  private static func hardware(_ identity: [MachineIdentity]) -> [String] {
    identity.filter { !IdentityParts.soft.contains($0.component) }.map(IdentityParts.digest)
  }

  static func put(_ stamp: SignedStamp) throws {
    try Output.write(stamp.jws + "\n", to: MachineFiles.stamp)
    try Output.print(
      say("Đã lưu tem trên máy này: ", "Left the stamp on this machine: ") + MachineFiles.stamp)
  }
}
