import Facts
import LinuxHost

/// Jobs that CUPS sent to printers on the network: its page log names printers, printers.conf their addresses.
struct NetworkPrintCollector: Collector {
  static let name = "network_print"
  static let tables = [NetworkContact.table]

  private static let logs = "/var/log/cups"

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let contacts = try ContactWriter(Self.name, host, sink)
    let printers = try NetworkPrinters(contacts)
    for name in try contacts.names(in: Self.logs) where name.hasPrefix("page_log") {
      let path = "\(Self.logs)/\(name)"
      try contacts.reading {
        let log = LogFile(path: path, info: try host.files.info(path))
        try log.forEachLine(in: host.files) { line in
          add(String(decoding: line.prefix(1024), as: UTF8.self), log, printers, contacts)
        }
      }
    }
    try contacts.finish()
  }

  /// "P1 an 12 [20/May/2026:10:10:00 +0700] 1 1 - localhost title …" (cupsd-logs(5)).
  private func add(_ line: String, _ log: LogFile, _ printers: NetworkPrinters, _ contacts: ContactWriter) {
    let words = line.split(separator: " ", maxSplits: 3)
    guard words.count == 4, let peer = printers.hosts[String(words[0])] else { return }
    let stamp = words[3].dropFirst().prefix { $0 != "]" }
    let time =
      VendorTime.seconds(
        String(stamp), ["%d/%b/%Y:%H:%M:%S"], localOffset: contacts.host.utcOffset(at:))
      ?? log.info.modifiedAt
    contacts.add(
      NetworkContact(
        source: Self.name, kind: .networkPrint, path: log.path, peer: peer, name: String(words[0]),
        firstSeen: time, lastSeen: time, timeBasis: .recorded, grade: .a, occurrences: 1,
        account: String(words[1])))
  }
}

/// The printers that printers.conf reaches over a network.
struct NetworkPrinters {
  private static let schemes = ["ipp", "ipps", "socket", "lpd", "smb", "http", "https", "dnssd", "beh"]

  /// Host by name of the printer.
  private(set) var hosts: [String: String] = [:]

  init(_ contacts: ContactWriter) throws {
    for path in ["/etc/cups/printers.conf", "/etc/cups/printers.conf.O"] {
      try contacts.reading {
        var printer = ""
        for line in try contacts.files.lines(path, limit: 4 << 20) {
          if line.hasPrefix("<Printer ") || line.hasPrefix("<DefaultPrinter ") {
            printer = String(line.drop { $0 != " " }.dropFirst().prefix { $0 != ">" })
          } else if line.hasPrefix("DeviceURI "), let host = Self.host(line.dropFirst("DeviceURI ".count)) {
            hosts[printer] = host
          }
        }
      }
    }
  }

  private static func host(_ address: Substring) -> String? {
    guard let mark = address.firstRange(of: "://"),
      schemes.contains(String(address[..<mark.lowerBound]))
    else { return nil }
    var host = address[mark.upperBound...].prefix { $0 != "/" && $0 != "?" }
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    let name = host.hasPrefix("[") ? host.dropFirst().prefix { $0 != "]" } : host.prefix { $0 != ":" }
    return name.isEmpty || Peer.isThisMachine(String(name)) ? nil : name.withoutPercents
  }
}
