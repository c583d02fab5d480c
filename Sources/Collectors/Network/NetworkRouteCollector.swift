import CShims
import Facts
import LinuxHost

/// Routes to other machines, in every routing table; the kernel's own local and broadcast entries are left out.
struct NetworkRouteCollector: Collector {
  static let name = "network_route"
  static let tables = [NetworkRoute.table]
  static let subsystems = LinkSurvey.subsystems
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let survey = try LinkSurvey(host)
    let declared = try DeclaredNetworks(options)
    for route in survey.state.routes where route.type == Int(RTN_UNICAST) {
      guard let address = IPAddress(route.destination),
        let range = AddressRange(address, prefixLength: route.prefixLength)
      else {
        try sink.skipped("\(route.destination)/\(route.prefixLength)", .damaged)
        continue
      }
      try sink.add(
        NetworkRoute(
          family: address.family.rawValue, destination: range.description, isDefault: Self.isDefault(range),
          gateway: route.gateway,
          interface: route.linkIndex.map { survey.entry(index: $0)?.link.name ?? "\($0)" },
          tableId: Int64(route.table), declaredLan: declared.holding(range)))
    }
  }

  /// A default route, also one that is written as two halves or as all global unicast addresses of IPv6.
  private static func isDefault(_ range: AddressRange) -> Bool {
    range.prefixLength <= 1 || range.description == "2000::/3"
  }
}
