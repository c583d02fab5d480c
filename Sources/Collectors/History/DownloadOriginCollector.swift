import Facts
import LinuxHost

/// Servers that files were fetched from, as browsers and downloaders write them beside the files.
///
/// Source: freedesktop.org, Common Extended Attributes (`user.xdg.origin.url`).
struct DownloadOriginCollector: Collector {
  static let name = "download_origin"
  static let tables = [NetworkContact.table]

  private static let folders = [
    "", "/Downloads", "/Desktop", "/Documents", "/Tải xuống", "/Tài liệu", "/Màn hình nền",
  ]
  private static let attributes = ["user.xdg.origin.url", "user.xdg.referrer.url"]
  private static let fileLimit = 5000

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let contacts = try ContactWriter(Self.name, host, sink)
    for home in try Home.all(host.files, sink) {
      for folder in Self.folders.map({ home.path + $0 }) {
        let names = try contacts.names(in: folder)
        if names.count > Self.fileLimit { try sink.skipped(folder, .tooLarge) }
        for name in names.prefix(Self.fileLimit) {
          try sink.reading { try look("\(folder)/\(name)", home, contacts) }
        }
      }
    }
    try contacts.finish()
  }

  private func look(_ path: String, _ home: Home, _ contacts: ContactWriter) throws {
    let info = try contacts.files.info(path, followingLinks: false)
    guard info.kind == .regular else { return }
    let file = try contacts.files.open(path)
    for attribute in Self.attributes {
      guard let bytes = try file.attribute(attribute),
        let peer = WebAddress.host(String(decoding: bytes, as: UTF8.self))
      else { continue }
      contacts.add(
        NetworkContact(
          source: Self.name, kind: .webVisit, path: path, peer: peer, firstSeen: info.modifiedAt,
          lastSeen: info.modifiedAt, timeBasis: .fileTime, grade: .a, occurrences: 1, account: home.account))
    }
  }
}
