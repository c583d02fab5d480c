/// What the name of a network interface tells.
enum InterfaceName {
  private static let software = [
    "docker", "br-", "veth", "virbr", "vnet", "vmnet", "vboxnet", "dummy", "cni", "flannel", "cali", "lxcbr",
    "lxdbr", "ifb", "podman", "macvtap", "macvlan", "ipvlan", "sit", "ip6tnl", "tunl", "p2p-dev-", "tap",
    "tun",
    "wg", "zt", "tailscale", "nlmon",
  ]

  /// Whether the kernel makes such an interface without hardware, and without a line to another party.
  static func isSoftwareOnly(_ name: String) -> Bool {
    if name == "lo" { return true }
    if name.hasPrefix("br"), !name.dropFirst(2).isEmpty, name.dropFirst(2).allSatisfy(\.isNumber) {
      return true
    }
    return software.contains { name.hasPrefix($0) }
  }

  /// Whether the interface is one of a phone or modem, as the kernel and systemd name them.
  static func isWWAN(_ name: String) -> Bool {
    for prefix in ["wwan", "wwp", "wwx", "usb"] where name.hasPrefix(prefix) {
      return name.count > prefix.count
    }
    return false
  }
}
