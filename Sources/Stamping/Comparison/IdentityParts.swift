import Crypto
import Facts
import Foundation

/// Digests of what identifies the parts of a machine, so that a later check can tell which part changed.
public enum IdentityParts {
  /// Changes of these are told, but do not make it another machine: firmware is updated, names change.
  public static let soft: Set<MachineComponent> = [.firmware, .processor, .hostname]

  /// For each component the sorted digests of its properties, 32 hex digits each.
  public static func of(_ identity: [MachineIdentity]) -> [String: [String]] {
    Dictionary(grouping: identity, by: \.component.rawValue)
      .mapValues { Set($0.map(digest)).sorted() }
  }

  /// The digest of one property: the first 32 hex digits of SHA-256 over `component|name|value`.
  public static func digest(_ part: MachineIdentity) -> String {
    String(digest("\(part.component.rawValue)|\(part.name)|\(part.value)").prefix(32))
  }

  /// SHA-256 of a text, hex.
  public static func digest(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
