import LinuxHost

/// A DHCP lease as systemd-networkd and NetworkManager's own client keep it: `KEY=value` lines.
struct KeyedLease {
  /// Address that the server gave.
  var address: IPAddress
  var server: String?

  /// Throws `FileError` (`damaged`) for text that is no lease.
  init(_ text: String, path: String) throws {
    let values = KeyFile(text)[""] ?? [:]
    let given = (values["ADDRESS"] ?? values["IA_ADDRESS"]).flatMap { IPAddress($0) }
    guard let given else { throw FileError(path: path, reason: .damaged) }
    address = given
    server = values["SERVER_ADDRESS"] ?? values["DHCP_SERVER_IDENTIFIER"]
  }

  /// Whether the server, or else the network of the address, is public.
  var isPublic: Bool { Peer.isPublic(server ?? address.description) }
}
