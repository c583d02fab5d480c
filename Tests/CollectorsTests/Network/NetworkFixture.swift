import LinuxHost
import TestSupport

/// Links of a workstation: two cards, and what software makes.
enum NetworkFixture {
  static let state = NetworkState(
    links: [
      .init(
        index: 1, name: "lo", hardwareType: 772, flags: 0x10049, operstate: "unknown", carrier: true,
        address: "00:00:00:00:00:00"),
      .init(
        index: 2, name: "enp0s31f6", hardwareType: 1, flags: 0x11043, operstate: "up", carrier: true,
        address: "02:00:5e:10:00:01", rxBytes: 10, txBytes: 20),
      .init(
        index: 3, name: "wlp3s0", hardwareType: 1, flags: 0x1003, operstate: "down", carrier: false,
        address: "5e:11:22:33:44:55"),
      .init(
        index: 4, name: "docker0", hardwareType: 1, flags: 0x1003, operstate: "down", carrier: false,
        kind: "bridge"),
      .init(index: 5, name: "ppp0", hardwareType: 512, flags: 0x110d1, operstate: "unknown", carrier: true),
      .init(
        index: 6, name: "tun0", hardwareType: 65534, flags: 0x110d1, operstate: "unknown", carrier: true,
        kind: "tun"),
      .init(
        index: 7, name: "veth1", hardwareType: 1, flags: 0x11043, operstate: "up", carrier: true, kind: "veth"
      ),
      .init(index: 8, name: "usb0", hardwareType: 1, flags: 0x1002, operstate: "down", carrier: false),
    ],
    addresses: [
      .init(linkIndex: 1, address: "127.0.0.1", prefixLength: 8),
      .init(linkIndex: 2, address: "10.20.0.7", prefixLength: 24),
      .init(linkIndex: 2, address: "fe80::5eff:fe10:1", prefixLength: 64),
      .init(linkIndex: 5, address: "203.0.113.9", prefixLength: 32),
      .init(linkIndex: 4, address: "172.17.0.1", prefixLength: 16),
    ],
    routes: [
      .init(family: "inet", destination: "0.0.0.0", prefixLength: 0, gateway: "10.20.0.1", linkIndex: 2),
      .init(family: "inet", destination: "10.20.0.0", prefixLength: 24, linkIndex: 2),
      .init(family: "inet", destination: "128.0.0.0", prefixLength: 1, linkIndex: 6),
      .init(family: "inet", destination: "127.0.0.1", prefixLength: 32, linkIndex: 1, table: 255, type: 2),
      .init(family: "inet6", destination: "2000::", prefixLength: 3, linkIndex: 5),
      .init(family: "inet6", destination: "::", prefixLength: 0, linkIndex: 1, type: 7),
    ])

  static func tree() throws -> TemporaryTree {
    try TemporaryTree().network(state).devices(Fixture.text("workstation.umockdev"))
  }
}
