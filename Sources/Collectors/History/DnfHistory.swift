import Facts
import LinuxHost

/// Packages that dnf installed from repositories on the network, by its history (libdnf, sql/create.sql).
struct DnfHistory {
  private static let databases = [
    "/var/lib/dnf/history.sqlite", "/usr/lib/sysimage/libdnf5/transaction_history.sqlite",
  ]
  private static let query = """
    SELECT r.repoid, MIN(t.dt_begin), MAX(t.dt_begin), COUNT(*)
    FROM trans_item i JOIN trans t ON t.id = i.trans_id JOIN repo r ON r.id = i.repo_id
    GROUP BY r.repoid
    """

  /// Hands over one contact a repository; files that cannot be read are gaps.
  static func read(
    _ host: any Host, _ repositories: DnfRepositories, _ sink: any FactSink, _ body: (NetworkContact) -> Void
  ) throws {
    for path in databases {
      try sink.reading {
        try SQLiteCopy(host.files, path).each(query) { row in
          guard let server = repositories.hosts[row[0]], let first = Int64(row[1]), let last = Int64(row[2])
          else { return }
          body(
            NetworkContact(
              source: DnfCollector.name, kind: .packageDownload, path: path, peer: server,
              peerIsPublic: Peer.isPublic(server), name: row[0], firstSeen: first, lastSeen: last,
              timeBasis: .recorded, grade: .a, occurrences: Int64(row[3]) ?? 1))
        }
      }
    }
  }
}
