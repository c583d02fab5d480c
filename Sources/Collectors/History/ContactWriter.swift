import Facts
import LinuxHost

/// Gathers the contacts of one collector; what cannot be read becomes a gap, what is absent is nothing.
final class ContactWriter {
  let host: any Host
  let sink: any FactSink
  private let source: String
  private var tally: ContactTally

  /// What is older than `installedAt` counts little; the installation of this system where that is nil.
  init(_ source: String, _ host: any Host, _ sink: any FactSink, installedAt: Int64? = nil) throws {
    self.source = source
    self.host = host
    self.sink = sink
    tally = ContactTally(installedAt: try installedAt ?? InstallationTime.read(host))
  }

  var files: FileTree { host.files }

  /// Runs a body; a file that is absent is nothing, one that cannot be read is a gap.
  func reading(_ body: () throws -> Void) throws { try sink.reading(body) }

  /// The names in a folder; none where it is absent.
  func names(in folder: String) throws -> [String] {
    try sink.names(in: folder, files)
  }

  /// Adds a contact; one with this machine itself is none.
  func add(_ contact: NetworkContact) {
    var row = contact
    row.source = source
    if let peer = row.peer {
      if Peer.isThisMachine(peer) { return }
      row.peerIsPublic = row.peerIsPublic || Peer.isPublic(peer)
    }
    tally.add(row)
  }

  /// Writes the contacts.
  func finish() throws {
    for contact in tally.contacts { try sink.add(contact) }
  }
}
