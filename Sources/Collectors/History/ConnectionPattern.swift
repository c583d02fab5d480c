import Facts

/// A log line of a program that tells of a connection.
struct ConnectionPattern: Sendable {
  enum Meaning: Sendable {
    case contact(ContactKind, Grade)
    /// A route to everywhere: the Internet only if NetworkManager asked a server.
    case fullConnectivity
    /// A question without an answer as yet.
    case attempt
    /// Names the connection that the interface is about to make.
    case naming
  }

  let template: LineTemplate
  let meaning: Meaning
  /// A line that holds this text means nothing.
  let unless: String?

  init(_ template: String, _ meaning: Meaning, unless: String? = nil) {
    self.template = LineTemplate(template)
    self.meaning = meaning
    self.unless = unless
  }

  /// The patterns of each program, by its syslog tag; the first that fits counts.
  static let all: [String: ConnectionPatterns] = byProgram.mapValues(ConnectionPatterns.init)

  private static let byProgram: [String: [ConnectionPattern]] = [
    "NetworkManager": [
      .init("device ({interface}): Activation: starting connection '{name}' (", .naming),
      .init(
        "device ({interface}): state change: * -> activated", .contact(.connectionActivated, .b),
        unless: "sys-iface-state: 'external'"),
      .init("NetworkManager state is now CONNECTED_GLOBAL", .fullConnectivity),
      .init("dhcp4 ({interface}): state changed * -> bound", .contact(.dhcpLease, .a)),
      .init("dhcp4 ({interface}): state changed new lease", .contact(.dhcpLease, .a)),
      .init("dhcp4 ({interface}): state changed bound", .contact(.dhcpLease, .a)),
      .init("dhcp6 ({interface}): state changed * -> bound", .contact(.dhcpLease, .a)),
      .init("dhcp6 ({interface}): state changed new lease", .contact(.dhcpLease, .a)),
      .init("policy: set '{name}' ({interface}) as default for IPv", .contact(.defaultRoute, .b)),
      .init("device ({interface}): carrier: link connected", .contact(.linkUp, .b)),
    ],
    "dhclient": dhclient,
    "dhcpcd": [
      .init("{interface}: leased * for *second", .contact(.dhcpLease, .a)),
      .init("{interface}: carrier acquired", .contact(.linkUp, .b)),
      .init("{interface}: soliciting a DHCP lease", .attempt),
    ],
    "udhcpc": [
      .init("lease of * obtained from {peer}", .contact(.dhcpLease, .a)),
      .init("lease of * obtained", .contact(.dhcpLease, .a)),
    ],
    "systemd-networkd": [
      .init("{interface}: DHCPv4 address * acquired from {peer}", .contact(.dhcpLease, .a)),
      .init("{interface}: DHCPv4 address * via {peer}", .contact(.dhcpLease, .a)),
      .init("{interface}: DHCPv6 address ", .contact(.dhcpLease, .a)),
      .init("{interface}: Gained carrier", .contact(.linkUp, .b)),
    ],
    "wpa_supplicant": [
      .init(
        "{interface}: CTRL-EVENT-CONNECTED - Connection to {peer} completed",
        .contact(.wifiAccessPoint, .b))
    ],
    "ModemManager": [
      .init("[{interface}] state changed (* -> connected)", .contact(.modemConnected, .a)),
      .init("[{interface}] state changed (* -> registered)", .contact(.modemConnected, .a)),
      .init("[{interface}] 3GPP registration state changed (* -> home)", .contact(.modemConnected, .a)),
      .init("[{interface}] 3GPP registration state changed (* -> roaming)", .contact(.modemConnected, .a)),
    ],
    "systemd-timesyncd": [
      .init("Contacted time server {peer} (*)", .contact(.timeServer, .a)),
      .init("ynchronization to time server {peer} (*)", .contact(.timeServer, .a)),
      .init("ynchronized to time server {peer} (*)", .contact(.timeServer, .a)),
      .init("ynchronized to time server for the first time {peer} (*)", .contact(.timeServer, .a)),
      .init("Initial clock synchronization to ", .contact(.timeServer, .a)),
    ],
    "wickedd-dhcp4": [
      .init("{interface}: Committed DHCPv4 lease with address", .contact(.dhcpLease, .a))
    ],
    "wickedd-dhcp6": [
      .init("{interface}: Committed DHCPv6 lease with address", .contact(.dhcpLease, .a))
    ],
    "iwd": [
      .init("event: connect-info, ssid: {name}, bss: {peer},", .contact(.wifiAccessPoint, .b))
    ],
    "hostapd": [.init("{interface}: AP-STA-CONNECTED {peer}", .contact(.linkUp, .b))],
    "dnsmasq-dhcp": [.init("DHCPACK({interface}) {peer} ", .contact(.linkUp, .b))],
    "charon": charon,
    "charon-systemd": charon,
    "nm-openvpn": openvpn,
    "chronyd": [.init("Selected source {peer}", .contact(.timeServer, .a))],
    "ntpdate": [.init("time server {peer} offset", .contact(.timeServer, .a))],
    "pppd": [.init("remote IP address {peer}", .contact(.linkUp, .b))],
    "sshd": sshd,
    "sshd-session": sshd,
    "avahi-daemon": [
      .init("Joining mDNS multicast group on interface {interface}.IPv4 with address", .contact(.linkUp, .b))
    ],
    "openvpn": openvpn,
    "kernel": kernel,
  ]

  private static let openvpn: [ConnectionPattern] = [
    .init("Peer Connection Initiated with [AF_INET]{peer}", .contact(.vpnSession, .a)),
    .init("Peer Connection Initiated with [AF_INET6]{peer}", .contact(.vpnSession, .a)),
  ]

  /// "IKE_SA x[1] established between 192.168.1.9[a]...203.0.113.8[b]"
  private static let charon: [ConnectionPattern] = [
    .init(" established between *]...{peer}[", .contact(.vpnSession, .a))
  ]

  private static let sshd: [ConnectionPattern] = [
    .init("Accepted * for {name} from {peer} port", .contact(.remoteSession, .a)),
    .init("Failed * for {name} from {peer} port", .contact(.remoteAttempt, .a)),
    .init("Connection closed by {peer} port", .contact(.remoteAttempt, .a)),
    .init("Did not receive identification string from {peer} port", .contact(.remoteAttempt, .a)),
  ]

  private static let dhclient: [ConnectionPattern] = [
    .init("DHCPACK of * from {peer}", .contact(.dhcpLease, .a)),
    .init("DHCPACK from {peer}", .contact(.dhcpLease, .a)),
    .init("DHCPDISCOVER on {interface} to", .attempt),
    .init("DHCPREQUEST * on {interface} to", .attempt),
    .init("DHCPREQUEST on {interface} to", .attempt),
  ]

  private static let kernel: [ConnectionPattern] = [
    .init("IN={interface} OUT=* SRC={peer} DST=", .contact(.firewallPacket, .a)),
    .init("{interface}: link becomes ready", .contact(.linkUp, .b)),
    .init("{interface}: NIC Link is Up", .contact(.linkUp, .b)),
    .init("{interface} NIC Link is Up", .contact(.linkUp, .b)),
    .init("{interface}: Link is Up", .contact(.linkUp, .b)),
    .init("{interface}: Link is up", .contact(.linkUp, .b)),
    .init("{interface}: link up", .contact(.linkUp, .b)),
    .init("{interface}: associated", .contact(.linkUp, .b)),
    .init("rndis_host * {interface}: register 'rndis_host'", .contact(.tetherUp, .b)),
    .init("qmi_wwan * {interface}: register 'qmi_wwan'", .contact(.tetherUp, .p)),
    .init("cdc_mbim * {interface}: register 'cdc_mbim'", .contact(.tetherUp, .p)),
    .init("huawei_cdc_ncm * {interface}: register 'huawei_cdc_ncm'", .contact(.tetherUp, .p)),
    .init("ipheth *: Apple iPhone USB Ethernet device attached", .contact(.tetherUp, .p)),
    .init("cdc_ether * {interface}: register 'cdc_ether'* Mobile Broadband", .contact(.tetherUp, .p)),
    .init("cdc_ether * {interface}: register 'cdc_ether'", .contact(.tetherUp, .c)),
    .init("cdc_ncm * {interface}: register 'cdc_ncm'", .contact(.tetherUp, .c)),
  ]
}
