import Crypto
import Facts

/// The digest that answers and stamps name a machine by.
public enum MachineDigest {
  /// Parts that stay when firmware is updated or the machine is renamed.
  private static let stable: Set<MachineComponent> = [
    .system, .board, .chassis, .disk, .nic, .machineId,
  ]

  /// SHA-256, hex, over the sorted lines `component|name|value` of the stable parts.
  public static func of(_ identity: [MachineIdentity]) -> String {
    let lines = identity.filter { stable.contains($0.component) }.map {
      "\($0.component.rawValue)|\($0.name)|\($0.value)"
    }
    return SHA256.hash(data: Array(Set(lines).sorted().joined(separator: "\n").utf8)).hex
  }

  /// The same for facts of a medium: over what the device says of itself, or where it has no serial of its own, over where
  /// it was found and how large it is.
  public static func of(_ identity: [MachineIdentity], medium: Medium?) -> String {
    guard let medium else { return of(identity) }
    let name = medium.identity ?? "\(medium.device)|\(medium.size ?? 0)|\(medium.serial ?? "")"
    return SHA256.hash(data: Array("medium|\(medium.medium.rawValue)|\(name)".utf8)).hex
  }
}
