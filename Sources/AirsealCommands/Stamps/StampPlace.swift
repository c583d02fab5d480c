import Collectors
import Facts
import Foundation
import LinuxHost
import Scanning
import Stamping

/// Leaves a stamp on the machine that it was issued for.
enum StampPlace {
  /// Throws a failure where this machine is not the one that was stamped.
  static func put(_ stamp: SignedStamp, _ installation: Installation) throws {
    let facts = try MachineLook.facts(.live, installation, devices: nil)
    guard StampComparison(stamp).changes(identity: facts.identity).isEmpty else {
      throw Failure(
        .fails, "Máy này không phải là máy trong tem \(stamp.stamp.serial); không lưu tem tại đây.",
        "This machine is not the one of the stamp \(stamp.stamp.serial); it is not left here.")
    }
    try Output.makeFolder((MachineFiles.stamp as NSString).deletingLastPathComponent)
    try Output.write(stamp.jws + "\n", to: MachineFiles.stamp)
  }
}
