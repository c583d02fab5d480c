import CShims
import Facts
import LinuxHost

/// Network interfaces of every kind, also those that are down or have no carrier.
struct NetworkInterfaceCollector: Collector {
  static let name = "network_interface"
  static let tables = [NetworkInterface.table]
  static let subsystems = LinkSurvey.subsystems

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    for entry in try LinkSurvey(host).entries {
      let link = entry.link
      let address = link.address.flatMap { $0.allSatisfy { $0 == "0" || $0 == ":" } ? nil : $0 }
      try sink.add(
        NetworkInterface(
          ifindex: Int64(link.index), name: link.name, kind: entry.kind,
          softwareOnly: entry.isSoftwareOnly, adminUp: link.flags & 1 != 0, carrier: link.carrier,
          operstate: link.operstate, address: address, driver: entry.driver, bus: entry.device?.bus,
          syspath: entry.device?.syspath, rxBytes: Int64(clamping: link.rxBytes),
          txBytes: Int64(clamping: link.txBytes)))
    }
  }
}
