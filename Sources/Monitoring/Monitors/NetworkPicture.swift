import Journal
import LinuxHost

/// What is known of links, addresses and routes, so that only changes become events.
struct NetworkPicture {
  private var links: [Int: LinkFace] = [:]
  private var addresses: Set<NetworkState.Address> = []
  private var routes: Set<NetworkState.Route> = []

  /// What of a link makes an event when it changes; counters do not.
  private struct LinkFace: Equatable {
    let name: String
    let isUp: Bool
    let detail: [String: String]

    init(_ link: NetworkState.Link) {
      name = link.name
      isUp = link.flags & 1 != 0
      var detail = [
        "link": link.name, "index": "\(link.index)", "state": link.operstate, "up": isUp ? "1" : "0",
        "carrier": link.carrier ? "1" : "0",
      ]
      detail["address"] = link.address
      detail["kind"] = link.flags & Self.loopback == 0 ? link.kind : "loopback"
      self.detail = detail
    }

    /// IFF_LOOPBACK of linux/if.h.
    private static let loopback: UInt32 = 0x8
  }

  /// The events of one change; none where nothing is new.
  mutating func note(_ change: NetworkMonitor.Event) -> [JournalEvent] {
    switch change {
    case .link(let link): note(link, .linkAdded)
    case .linkGone(let link): forget(link.index)
    case .address(let address):
      addresses.insert(address).inserted ? [event(.addressAdded, address)] : []
    case .addressGone(let address):
      addresses.remove(address) == nil ? [] : [event(.addressRemoved, address)]
    case .route(let route):
      isOfInterest(route) && routes.insert(route).inserted ? [event(.routeAdded, route)] : []
    case .routeGone(let route): routes.remove(route) == nil ? [] : [event(.routeRemoved, route)]
    }
  }

  /// The events that lead from what is known to a state; a link that is not known yet becomes one of the given kind.
  mutating func compare(with state: NetworkState, newLink: EventKind = .linkAdded) -> [JournalEvent] {
    let present = Set(state.links.map(\.index))
    var events = links.keys.sorted().filter { !present.contains($0) }.flatMap { forget($0) }
    events += state.links.flatMap { note($0, newLink) }
    events += ordered(addresses.subtracting(state.addresses)).flatMap { note(.addressGone($0)) }
    events += state.addresses.flatMap { note(.address($0)) }
    events += ordered(routes.subtracting(state.routes)).flatMap { note(.routeGone($0)) }
    return events + state.routes.flatMap { note(.route($0)) }
  }

  private mutating func note(_ link: NetworkState.Link, _ newLink: EventKind) -> [JournalEvent] {
    let face = LinkFace(link)
    let old = links.updateValue(face, forKey: link.index)
    if old == face { return [] }
    let event = JournalEvent(old == nil ? newLink : .linkChanged, face.detail)
    return [event] + (face.isUp ? [] : withoutRoutes(link.index))
  }

  private mutating func forget(_ index: Int) -> [JournalEvent] {
    let events = withoutRoutes(index)
    guard let face = links.removeValue(forKey: index) else { return events }
    return events + [JournalEvent(.linkRemoved, face.detail)]
  }

  /// The kernel does not tell of the routes that go with their link.
  private mutating func withoutRoutes(_ index: Int) -> [JournalEvent] {
    let gone = ordered(routes.filter { $0.linkIndex == index })
    routes.subtract(gone)
    return gone.map { event(.routeRemoved, $0) }
  }

  private func ordered<Item>(_ items: Set<Item>) -> [Item] { items.sorted { "\($0)" < "\($1)" } }

  private func event(_ kind: EventKind, _ address: NetworkState.Address) -> JournalEvent {
    var detail = [
      "address": "\(address.address)/\(address.prefixLength)", "index": "\(address.linkIndex)",
    ]
    detail["link"] = links[address.linkIndex]?.name
    return JournalEvent(kind, detail)
  }

  private func event(_ kind: EventKind, _ route: NetworkState.Route) -> JournalEvent {
    var detail = ["destination": "\(route.destination)/\(route.prefixLength)", "table": "\(route.table)"]
    detail["gateway"] = route.gateway
    detail["link"] = route.linkIndex.flatMap { links[$0]?.name }
    return JournalEvent(kind, detail)
  }

  /// The kernel makes the routes of table local itself, one for each address.
  private func isOfInterest(_ route: NetworkState.Route) -> Bool {
    let unicast = 1
    let local = 255
    return route.type == unicast && route.table != local
  }
}
