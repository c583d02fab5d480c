import Facts
import LinuxHost

/// Networks that the operator declares to be independent LANs.
struct DeclaredLanCollector: Collector {
  static let name = "declared_lan"
  static let tables = [DeclaredLan.table]
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    guard !options.declaredLANs.isEmpty else { throw CollectionFailure(.notCollected, .notDeclared) }
    for range in try DeclaredNetworks(options).ranges {
      try sink.add(DeclaredLan(network: range.description))
    }
  }
}
