import Facts

/// Addresses that do not reach the public Internet.
///
/// Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), RFC 5771 and RFC 4291 for multicast.
enum SpecialPurposeAddresses {
  static let all: [(range: AddressRange, scope: AddressScope)] = table.compactMap { text, scope in
    AddressRange(text).map { ($0, scope) }
  }

  private static let table: [(String, AddressScope)] = [
    ("127.0.0.0/8", .loopback),
    ("169.254.0.0/16", .link),
    ("10.0.0.0/8", .private),
    ("172.16.0.0/12", .private),
    ("192.168.0.0/16", .private),
    ("100.64.0.0/10", .private),
    ("0.0.0.0/8", .link),
    ("192.0.0.9/32", .public),
    ("192.0.0.10/32", .public),
    ("192.0.0.0/24", .private),
    ("198.18.0.0/15", .private),
    ("239.0.0.0/8", .private),
    ("224.0.0.0/4", .link),
    ("255.255.255.255/32", .link),
    ("240.0.0.0/4", .private),
    ("::1/128", .loopback),
    ("::/128", .link),
    ("fe80::/10", .link),
    ("fc00::/7", .private),
    ("fec0::/10", .private),
    ("64:ff9b:1::/48", .private),
    ("100::/64", .private),
    ("2001:2::/48", .private),
    ("2001:10::/28", .private),
    ("5f00::/16", .private),
    ("ff01::/16", .loopback),
    ("ff02::/16", .link),
    ("ff00::/8", .private),
  ]
}
