import Facts
import Testing

@testable import Collectors

@Suite struct ConnectionLineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var program: String
    var message: String
    var kind: ContactKind
    var grade: Grade
    var interface: String?
    var peer: String?

    var testDescription: String { message }
  }

  static let contacts: [Case] = [
    .init(
      program: "NetworkManager",
      message:
        "<info>  [1779275535.3000] device (wlp2s0): state change: secondaries -> activated (reason 'none', sys-iface-state: 'managed')",
      kind: .connectionActivated, grade: .b, interface: "wlp2s0"),
    .init(
      program: "NetworkManager",
      message: "<info>  [1.2] dhcp4 (eno1): state changed unknown -> bound, address=192.168.1.5",
      kind: .dhcpLease, grade: .a, interface: "eno1"),
    .init(
      program: "NetworkManager",
      message: "<info>  [1.2] dhcp4 (eno1): state changed new lease, address=192.168.1.5",
      kind: .dhcpLease, grade: .a, interface: "eno1"),
    .init(
      program: "dhclient", message: "DHCPACK of 192.168.1.50 from 192.168.1.1", kind: .dhcpLease, grade: .a,
      peer: "192.168.1.1"),
    .init(
      program: "systemd-networkd",
      message: "eno1: DHCPv4 address 192.0.2.5/24, gateway 192.0.2.1 acquired from 192.0.2.1",
      kind: .dhcpLease, grade: .a, interface: "eno1", peer: "192.0.2.1"),
    .init(
      program: "systemd-networkd", message: "eno1: DHCPv4 address 192.0.2.5/24 via 192.0.2.1",
      kind: .dhcpLease, grade: .a, interface: "eno1", peer: "192.0.2.1"),
    .init(
      program: "systemd-networkd", message: "eno1: Gained carrier", kind: .linkUp, grade: .b,
      interface: "eno1"),
    .init(
      program: "wpa_supplicant",
      message: "wlp2s0: CTRL-EVENT-CONNECTED - Connection to 02:00:5e:aa:bb:01 completed [id=0 id_str=]",
      kind: .wifiAccessPoint, grade: .b, interface: "wlp2s0", peer: "02:00:5e:aa:bb:01"),
    .init(
      program: "wickedd-dhcp4",
      message: "eth0: Committed DHCPv4 lease with address 192.168.1.9 (lease time 3600 sec)",
      kind: .dhcpLease, grade: .a, interface: "eth0"),
    .init(
      program: "iwd", message: "event: connect-info, ssid: Van-phong, bss: 02:00:5e:aa:bb:01, signal: -50",
      kind: .wifiAccessPoint, grade: .b, peer: "02:00:5e:aa:bb:01"),
    .init(
      program: "hostapd", message: "wlan0: AP-STA-CONNECTED 02:00:5e:aa:bb:02", kind: .linkUp, grade: .b,
      interface: "wlan0", peer: "02:00:5e:aa:bb:02"),
    .init(
      program: "dnsmasq-dhcp", message: "DHCPACK(wlan0) 10.42.0.9 02:00:5e:aa:bb:02 may-b", kind: .linkUp,
      grade: .b, interface: "wlan0", peer: "10.42.0.9"),
    .init(
      program: "charon",
      message: "08[IKE] IKE_SA a[1] established between 192.168.1.9[an]...203.0.113.8[vpn.example.vn]",
      kind: .vpnSession, grade: .a, peer: "203.0.113.8"),
    .init(
      program: "ModemManager", message: "<info>  [modem0] state changed (connecting -> connected)",
      kind: .modemConnected, grade: .a, interface: "modem0"),
    .init(
      program: "systemd-timesyncd",
      message: "Contacted time server 203.0.113.40:123 (2.debian.pool.ntp.org).",
      kind: .timeServer, grade: .a, peer: "203.0.113.40"),
    .init(
      program: "systemd-timesyncd", message: "Contacted time server [2001:4860::1]:123 (ntp.example.com).",
      kind: .timeServer, grade: .a, peer: "2001:4860::1"),
    .init(
      program: "systemd-timesyncd",
      message: "Synchronized to time server 203.0.113.41:123 (ntp.example.com).",
      kind: .timeServer, grade: .a, peer: "203.0.113.41"),
    .init(
      program: "kernel", message: "IPv6: ADDRCONF(NETDEV_CHANGE): enp0s31f6: link becomes ready",
      kind: .linkUp,
      grade: .b, interface: "enp0s31f6"),
    .init(
      program: "kernel", message: "[  12.5] e1000e: eth0 NIC Link is Up 1000 Mbps Full Duplex", kind: .linkUp,
      grade: .b, interface: "eth0"),
    .init(
      program: "kernel", message: "r8169 0000:02:00.0 enp2s0: Link is Up - 1Gbps/Full", kind: .linkUp,
      grade: .b,
      interface: "enp2s0"),
    .init(
      program: "kernel", message: "IPv6: ADDRCONF(NETDEV_CHANGE): wwan0: link becomes ready", kind: .tetherUp,
      grade: .b, interface: "wwan0"),
    .init(
      program: "kernel",
      message:
        "rndis_host 1-2:1.0 usb0: register 'rndis_host' at usb-0000:00:14.0-2, RNDIS device, 02:00:5e:00:00:07",
      kind: .tetherUp, grade: .b, interface: "usb0"),
    .init(
      program: "kernel",
      message: "cdc_ether 1-2:1.0 eth1: register 'cdc_ether' at usb-0000:00:14.0-2, CDC Ethernet Device",
      kind: .tetherUp, grade: .c, interface: "eth1"),
    .init(
      program: "kernel", message: "ipheth 1-2:4.2: Apple iPhone USB Ethernet device attached",
      kind: .tetherUp,
      grade: .p),
  ]

  @Test(arguments: contacts) func understands(_ example: Case) throws {
    let line = try #require(ConnectionLine(program: example.program, message: example.message))
    #expect(line.meaning == .contact(example.kind, example.grade))
    #expect(line.interface == example.interface)
    #expect(line.peer == example.peer)
  }

  /// Innocent lines: software-only interfaces, refusals, questions without an answer.
  @Test(arguments: [
    ("kernel", "IPv6: ADDRCONF(NETDEV_CHANGE): docker0: link becomes ready"),
    ("kernel", "IPv6: ADDRCONF(NETDEV_CHANGE): veth12ab: link becomes ready"),
    ("kernel", "e1000e: eth0 NIC Link is Down"),
    ("kernel", "usbcore: registered new interface driver rndis_host"),
    ("systemd-networkd", "lo: Gained carrier"),
    ("systemd-networkd", "br-0a1b: Gained carrier"),
    ("NetworkManager", "<info> device (virbr0): state change: secondaries -> activated (reason 'none')"),
    (
      "NetworkManager",
      "<info> device (eno1): state change: secondaries -> activated (reason 'none', sys-iface-state: 'external')"
    ),
    ("NetworkManager", "<info> device (eno1): state change: activated -> unmanaged (reason 'removed')"),
    ("NetworkManager", "<info> manager: NetworkManager state is now CONNECTED_LOCAL"),
    ("systemd-timesyncd", "Timed out waiting for reply from 203.0.113.40:123 (2.debian.pool.ntp.org)."),
    ("dhclient", "No DHCPOFFERS received."),
    ("logger", "Contacted time server 203.0.113.40:123 (x)."),
  ]) func leavesInnocentLines(_ program: String, _ message: String) {
    #expect(ConnectionLine(program: program, message: message) == nil)
  }
}
