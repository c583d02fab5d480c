import Facts
import Journal
import LinuxHost

/// Links that came up while the daemon watched.
struct WatchedLinkCollector: Collector {
  static let name = "watched_link"
  static let tables = [NetworkContact.table]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    guard let journal = try WatchJournal(host) else { return sink.absent(.neverInstalled) }
    var tally = ContactTally(installedAt: try InstallationTime.read(host))
    _ = try journal.read { entry in
      if let contact = Self.contact(entry) { tally.add(contact) }
    }
    for contact in tally.contacts { try sink.add(contact) }
  }

  /// The contact that an entry proves: a hardware link with a carrier, or a default route.
  private static func contact(_ entry: EventEntry) -> NetworkContact? {
    let time = entry.moment.time / 1_000_000
    func row(_ kind: ContactKind, _ peer: String? = nil) -> NetworkContact {
      NetworkContact(
        source: name, kind: kind, path: WatchJournal.path, interface: entry.detail["link"], peer: peer,
        firstSeen: time, lastSeen: time, timeBasis: .recorded, grade: .b, occurrences: 1)
    }
    switch entry.kind {
    case .linkPresent, .linkAdded, .linkChanged:
      return entry.detail["kind"] == nil && entry.detail["carrier"] == "1" ? row(.linkUp) : nil
    case .routeAdded:
      let isDefault = ["0.0.0.0/0", "::/0"].contains(entry.detail["destination"])
      return isDefault ? row(.defaultRoute, entry.detail["gateway"]) : nil
    default: return nil
    }
  }
}
