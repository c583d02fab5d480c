import CShims
import Facts
import LinuxHost

/// The links of the running machine, each with its device.
struct LinkSurvey {
  struct Entry {
    let link: NetworkState.Link
    let device: Device?
    let kind: InterfaceKind
    /// No hardware and no line to another party stands behind the link.
    let isSoftwareOnly: Bool
    let driver: String?
  }

  static let subsystems = ["net", "pci", "usb", "virtio", "sdio", "platform", "bluetooth", "xen", "vmbus"]

  let state: NetworkState
  let entries: [Entry]

  /// Throws where the links are not those of the inspected machine.
  init(_ host: any Host) throws {
    guard host.hasLinkState else { throw CollectionFailure(.notCollected, .needsRunningKernel) }
    state = try host.network()
    let tree = DeviceTree(try host.devices(Self.subsystems))
    let devices = tree.of("net")
    entries = state.links.map { link in
      let device = devices.first {
        $0.name == link.name && ($0.attributes["ifindex"] ?? "\(link.index)") == "\(link.index)"
      }
      let kind = LinkKind.of(link, device)
      return Entry(
        link: link, device: device, kind: kind, isSoftwareOnly: LinkKind.isSoftwareOnly(link, device, kind),
        driver: device.flatMap { tree.driver(of: $0) })
    }
  }

  func entry(index: Int?) -> Entry? { entries.first { $0.link.index == index } }
}

/// How links are told apart: by udev's DEVTYPE, the kernel's link kind and the hardware type of linux/if_arp.h.
enum LinkKind {
  private static let tunnels: Set<String> = [
    "tun", "wireguard", "gre", "gretap", "ip6gre", "ip6gretap", "erspan", "ip6erspan", "ipip", "sit",
    "ip6tnl", "vti",
    "vti6", "xfrm", "vxlan", "geneve", "gtp", "bareudp", "ovpn", "l2tp",
  ]
  private static let tunnelTypes: Set<Int32> = [
    ARPHRD_TUNNEL, ARPHRD_TUNNEL6, ARPHRD_SIT, ARPHRD_IPGRE, ARPHRD_IP6GRE, ARPHRD_NONE,
  ]
  private static let wifiTypes: Set<Int32> = [
    ARPHRD_IEEE80211, ARPHRD_IEEE80211_PRISM, ARPHRD_IEEE80211_RADIOTAP,
  ]

  static func of(_ link: NetworkState.Link, _ device: Device?) -> InterfaceKind {
    let type = Int32(link.hardwareType)
    if type == ARPHRD_LOOPBACK { return .loopback }
    switch device?.type {
    case "wlan": return .wifi
    case "wwan": return .wwan
    case "bluetooth": return .bluetooth
    default: break
    }
    if wifiTypes.contains(type) { return .wifi }
    if [ARPHRD_PPP, ARPHRD_SLIP, ARPHRD_CSLIP, ARPHRD_SLIP6, ARPHRD_CSLIP6].contains(type) { return .ppp }
    if link.name.hasPrefix("bnep") { return .bluetooth }
    if let kind = link.kind, kind == "rmnet" || kind == "wwan" || device.map(isHardware) != true {
      if kind == "bridge" { return .bridge }
      if kind == "wwan" || kind == "rmnet" { return .wwan }
      return tunnels.contains(kind) ? .tunnel : .virtual
    }
    if device.map(isHardware) ?? true {
      if type == ARPHRD_RAWIP { return .wwan }
      return type == ARPHRD_ETHER ? .ethernet : .other
    }
    if device?.type == "bridge" { return .bridge }
    return tunnelTypes.contains(type) ? .tunnel : .virtual
  }

  /// Lines of ppp, slip and Bluetooth reach another party although sysfs shows no hardware behind them.
  static func isSoftwareOnly(_ link: NetworkState.Link, _ device: Device?, _ kind: InterfaceKind) -> Bool {
    switch kind {
    case .loopback, .bridge, .tunnel, .virtual: true
    case .ppp, .bluetooth, .wwan: false
    case .ethernet, .wifi, .other: device.map { !isHardware($0) } ?? false
    }
  }

  private static func isHardware(_ device: Device) -> Bool {
    !device.syspath.hasPrefix("/devices/virtual/net/")
  }
}
