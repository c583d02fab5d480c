import Facts
import LinuxHost

/// The networks that the operator declares to be independent LANs.
struct DeclaredNetworks {
  let ranges: [AddressRange]

  /// Throws on a text that is no network with prefix length.
  init(_ options: CollectorOptions) throws(CollectionFailure) {
    var ranges: [AddressRange] = []
    for text in options.declaredLANs {
      guard let range = AddressRange(text) else {
        throw CollectionFailure(.error, .unsupported, detail: text)
      }
      ranges.append(range)
    }
    self.ranges = ranges
  }

  /// The first declared network that holds all of a range.
  func holding(_ range: AddressRange) -> String? {
    ranges.first { $0.contains(range) }?.description
  }
}
