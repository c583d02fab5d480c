import Facts
import LinuxHost

/// Ways on which marked documents left: sent mail, messengers' folders, synchronised folders, shares, printers on a network.
struct MarkedTransferCollector: Collector {
  static let name = "marked_transfers"
  static let tables = [DocumentTransfer.table]

  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let contacts = try ContactWriter(Self.name, host, sink)
    let writer = TransferWriter(Self.name, options, sink)
    let homes = try Home.all(host.files, sink)
    let places = TracePlaces(contacts, homes)
    try SyncedFolders(contacts, places).each { folder in try writer.add(below: folder) }
    try SentMail(contacts, places).each { name, path, account, time, peer in
      try writer.add(.mail, named: name, path, peer: peer, account: account, at: time)
    }
    try BrowserUploads(contacts, homes).each { name, path, account, time in
      try writer.add(.upload, named: name, path, peer: nil, account: account, at: time)
    }
    for home in homes { try addShares(home, contacts, writer) }
    for pattern in ["<data>/lftp/transfer_log", "~/.lftp/transfer_log"] {
      for place in try places.all(pattern) {
        try contacts.reading { try addTransfers(place, contacts, writer) }
      }
    }
    try addPrints(contacts, writer)
  }

  /// Documents that were opened on a server, by the list of recent files.
  private func addShares(_ home: Home, _ contacts: ContactWriter, _ writer: TransferWriter) throws {
    let path = "\(home.path)/.local/share/recently-used.xbel"
    try contacts.reading {
      for bookmark in MarkupScanner(text: try contacts.files.text(path)).elements("bookmark") {
        guard let address = bookmark["href"], let mark = address.firstRange(of: "://"),
          ["smb", "sftp", "ftp", "dav", "davs", "nfs"].contains(String(address[..<mark.lowerBound]))
        else { continue }
        let peer = address[mark.upperBound...].prefix { $0 != "/" }.split(separator: "@").last ?? ""
        let name = address.split(separator: "/").last?.withoutPercents ?? ""
        try writer.add(
          .share, named: name, path, peer: String(peer), account: home.account,
          at: TraceTime.utc(bookmark["modified"]))
      }
    }
  }

  /// "2026-05-20 10:10:00 /home/an/a.docx -> ftp://an@ftp.example.vn/a.docx 0-1234 1.2 KiB/s" (lftp(1), xfer:log).
  private func addTransfers(
    _ place: TracePlaces.Place, _ contacts: ContactWriter, _ writer: TransferWriter
  ) throws {
    let time = try contacts.files.info(place.path).modifiedAt
    for line in try contacts.files.lines(place.path) {
      guard let arrow = line.firstRange(of: " -> "),
        let start = line[..<arrow.lowerBound].firstIndex(of: "/"),
        line[arrow.upperBound...].contains("://")
      else { continue }
      try writer.add(
        .upload, named: String(line[start..<arrow.lowerBound]), place.path,
        peer: WebAddress.firstHost(in: String(line[arrow.upperBound...])), account: place.account, at: time)
    }
  }

  private func addPrints(_ contacts: ContactWriter, _ writer: TransferWriter) throws {
    let printers = try NetworkPrinters(contacts)
    for name in try contacts.names(in: "/var/log/cups") where name.hasPrefix("page_log") {
      let path = "/var/log/cups/\(name)"
      try contacts.reading {
        let log = LogFile(path: path, info: try contacts.files.info(path))
        try log.forEachLine(in: contacts.files) { line in
          let text = String(decoding: line, as: UTF8.self)
          let words = text.split(separator: " ", maxSplits: 2)
          guard words.count == 3, let peer = printers.hosts[String(words[0])],
            let end = text.firstIndex(of: "]"),
            let title = text[end...].split(separator: " ", maxSplits: 5).dropFirst(5).first
          else { return }
          try writer.add(
            .print, named: String(title), path, peer: peer, account: String(words[1]), at: log.info.modifiedAt
          )
        }
      }
    }
  }
}
