import Facts
import LinuxHost

/// Configured NetworkManager connections, those that netplan keeps for it too.
struct NetworkManagerProfileCollector: Collector {
  static let name = "network_manager_profile"
  static let tables = [NetworkProfile.table]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let profiles = try NetworkManagerProfiles(host.files) { error in
      try sink.skipped(error.path, error.reason, detail: error.detail)
    }
    for profile in profiles.all {
      try sink.add(
        NetworkProfile(
          source: Self.name, path: profile.path, uuid: profile.uuid, name: profile.name, type: profile.type,
          interface: profile.interface, ssid: profile.ssid, modifiedAt: profile.modifiedAt))
    }
    if !profiles.all.isEmpty || !profiles.isWhole { return }
    if try !NetworkManager.wasInstalled(host.files) { return sink.absent(.neverInstalled) }
    if try !host.files.exists(NetworkManagerProfiles.folder) {
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: NetworkManagerProfiles.folder)
    }
  }
}
