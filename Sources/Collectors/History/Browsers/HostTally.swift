import Facts
import LinuxHost

/// Gathers what one file tells of hosts; only hosts leave it, never addresses of pages.
struct HostTally {
  struct Span {
    var first: Int64?
    var last: Int64?
    var count: Int64
  }

  /// Hosts that get a row of their own, the latest first; the rest share one.
  static let limit = 60

  private(set) var hosts: [String: Span] = [:]

  /// Adds a host of a web address; other addresses are left out.
  mutating func add(address: String, first: Int64?, last: Int64?, count: Int64 = 1) {
    if let host = WebAddress.host(address) { add(host: host, first: first, last: last, count: count) }
  }

  mutating func add(host name: String, first: Int64?, last: Int64?, count: Int64 = 1) {
    let host = name.hasPrefix(".") ? String(name.dropFirst()) : name
    guard !host.isEmpty, !Peer.isThisMachine(host) else { return }
    var span = hosts[host] ?? Span(count: 0)
    if let first { span.first = min(span.first ?? first, first) }
    if let last { span.last = max(span.last ?? last, last) }
    span.count += count
    hosts[host] = span
  }

  var isEmpty: Bool { hosts.isEmpty }

  /// One contact a host, and one for those beyond the limit by whether they are public.
  func contacts(_ template: NetworkContact) -> [NetworkContact] {
    let sorted = hosts.sorted { ($0.value.last ?? 0, $1.key) > ($1.value.last ?? 0, $0.key) }
    var rows: [NetworkContact] = []
    var rest: [Bool: NetworkContact] = [:]
    for (index, (host, span)) in sorted.enumerated() {
      var row = template
      row.peer = host
      row.peerIsPublic = Peer.isPublic(host)
      row.firstSeen = span.first ?? span.last ?? template.firstSeen
      row.lastSeen = span.last ?? span.first ?? template.lastSeen
      if span.first == nil && span.last == nil { row.timeBasis = .fileTime }
      row.occurrences = span.count
      if index < Self.limit {
        rows.append(row)
      } else if var known = rest[row.peerIsPublic] {
        known.firstSeen = [known.firstSeen, row.firstSeen].compactMap(\.self).min()
        known.lastSeen = [known.lastSeen, row.lastSeen].compactMap(\.self).max()
        known.occurrences += row.occurrences
        rest[row.peerIsPublic] = known
      } else {
        row.peer = nil
        rest[row.peerIsPublic] = row
      }
    }
    return rows + [true, false].compactMap { rest[$0] }
  }
}
