import LinuxHost

/// Judges the other party of a contact by its address or name.
enum Peer {
  private static let privateDomains: Set<String> = [
    "local", "localhost", "localdomain", "lan", "internal", "intranet", "home", "corp", "private", "test",
  ]

  /// Whether an address, or a host name that `hosts` may map to an address, stands outside private networks.
  ///
  /// A name without a dot, and names of domains that the public DNS never serves, are private (RFC 6761, RFC 6762).
  static func isPublic(_ text: String, hosts: [String: IPAddress] = [:]) -> Bool {
    if let address = IPAddress(text) ?? hosts[text.lowercased()] {
      return address.scope == .public && !address.isUnspecified
    }
    let labels = text.lowercased().split(separator: ".")
    guard labels.count > 1, let last = labels.last else { return false }
    return !privateDomains.contains(String(last)) && !text.lowercased().hasSuffix(".home.arpa")
  }

  /// Whether an address or name is that of the machine itself.
  static func isThisMachine(_ text: String) -> Bool {
    let name = text.lowercased()
    if name == "localhost" || name.hasSuffix(".localhost") || name.hasPrefix("localhost.") { return true }
    guard let address = IPAddress(text) else { return false }
    return address.scope == .loopback || address.isUnspecified
  }

  /// The names that a hosts file maps.
  static func hosts(_ text: String) -> [String: IPAddress] {
    var found: [String: IPAddress] = [:]
    for line in text.split(separator: "\n") {
      let words = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }
      guard let first = words.first, let address = IPAddress(first) else { continue }
      for name in words.dropFirst() { found[name.lowercased()] = address }
    }
    return found
  }
}
