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
}
