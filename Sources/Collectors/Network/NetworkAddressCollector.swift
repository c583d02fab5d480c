import Facts
import LinuxHost

/// Addresses that interfaces hold now.
struct NetworkAddressCollector: Collector {
  static let name = "network_address"
  static let tables = [NetworkAddress.table]
  static let subsystems = LinkSurvey.subsystems
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let survey = try LinkSurvey(host)
    let declared = try DeclaredNetworks(options)
    for item in survey.state.addresses {
      guard let address = IPAddress(item.address) else {
        try sink.skipped(item.address, .damaged)
        continue
      }
      let entry = survey.entry(index: item.linkIndex)
      let single = AddressRange(address, prefixLength: address.bitCount)
      try sink.add(
        NetworkAddress(
          interface: entry?.link.name ?? "\(item.linkIndex)", family: address.family.rawValue,
          address: address.description, prefixLength: Int64(item.prefixLength), scope: address.scope,
          softwareOnly: entry?.isSoftwareOnly ?? false, declaredLan: single.flatMap(declared.holding)))
    }
  }
}
