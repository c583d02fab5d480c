import Facts
import LinuxHost

/// Judges one release file of /var/lib/apt/lists.
struct AptLists {
  let source: String
  let files: FileTree
  let sources: AptSources
  let installedAt: Int64?
  /// Names that /etc/hosts maps.
  let hosts: [String: IPAddress]
  /// Whether lists may have been carried here on a medium.
  let mayBeCarried: Bool

  /// nil for a list that no server gave. Throws `FileError`.
  ///
  /// apt writes "/" of the address as "_" and leaves the scheme out, so that lists of folders begin with "_" and lists of
  /// discs with the disc's label. It sets the file's time to the one that the server told.
  func contact(_ name: String, in folder: String) throws -> NetworkContact? {
    let path = "\(folder)/\(name)"
    let host = String(name.prefix { $0 != "_" && $0 != ":" }).lowercased()
    guard !host.isEmpty, !host.contains("%"), !host.contains(" ") else { return nil }
    let isSource = sources.hosts.contains(host)
    guard isSource || host.contains(".") else { return nil }
    if host == "localhost" || IPAddress(host)?.scope == .loopback { return nil }
    let text = try files.text(path, limit: 4 << 20)
    guard ReleaseDate.read(text) != nil else { throw FileError(path: path, reason: .damaged) }
    let info = try files.info(path)
    let time = fetchTime(info)
    let isPublic = Peer.isPublic(host, hosts: hosts)
    let proven = isSource && !mayBeCarried
    return NetworkContact(
      source: source, kind: .packageIndex, path: path, peer: host, peerIsPublic: isPublic,
      name: "\(field("Origin", text) ?? host) \(field("Suite", text) ?? field("Codename", text) ?? "")",
      firstSeen: time, lastSeen: time, timeBasis: .fileTime,
      grade: proven ? .a : .c, serverDated: proven && isPublic, occurrences: 1)
  }

  /// The file's time, or its birth if that is more than a day younger than the installation: files that an installer
  /// unpacks from an image are born with the system.
  private func fetchTime(_ info: FileInfo) -> Int64 {
    let day: Int64 = 86_400
    guard let installedAt, let born = info.bornAt, info.modifiedAt < installedAt, born > installedAt + day
    else {
      return info.modifiedAt
    }
    return born
  }

  private func field(_ name: String, _ text: String) -> String? {
    for line in text.split(separator: "\n", maxSplits: 40) where line.hasPrefix(name + ": ") {
      return String(line.dropFirst(name.count + 2))
    }
    return nil
  }
}
