import Facts
import LinuxHost

/// Connections that NetworkManager's state files remember: activations, access points and leases, also those of deleted
/// profiles.
///
/// `timestamps` holds the last time up of each connection; 0 means tried and never up (nm-settings-connection.c).
struct NetworkManagerStateCollector: Collector {
  static let name = "network_manager_state"
  static let tables = [NetworkContact.table]

  private static let folder = "/var/lib/NetworkManager"

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let names: [String]
    do {
      names = try host.files.list(Self.folder)
    } catch {
      guard error.isAbsent else { throw error }
      if try !NetworkManager.wasInstalled(host.files) { return sink.absent(.neverInstalled) }
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: Self.folder)
    }
    if names.isEmpty, try NetworkManager.wasInstalled(host.files) {
      throw CollectionFailure(.incomplete, .emptyStore, detail: Self.folder)
    }
    let profiles = try NetworkManagerProfiles(host.files) { error in
      try sink.skipped(error.path, error.reason, detail: error.detail)
    }
    var state = NetworkManagerState(
      source: Self.name, profiles: profiles, installedAt: try InstallationTime.read(host),
      hasRuntimeProfiles: try host.files.exists("/run/NetworkManager"))
    for name in names {
      let path = "\(Self.folder)/\(name)"
      do {
        if let lease = LeaseFileName(name) {
          try state.addLease(host.files, path, lease)
        } else if name == "timestamps" {
          try state.addTimestamps(host.files, path)
        } else if name == "seen-bssids" {
          try state.addAccessPoints(host.files, path)
        }
      } catch let error as FileError {
        try sink.skipped(error.path, error.reason, detail: error.detail)
      }
    }
    for contact in state.contacts { try sink.add(contact) }
  }
}
