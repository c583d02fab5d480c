import Facts
import LinuxHost

/// Printers that CUPS is set up for and scanners that SANE is pointed at over a network.
struct PrinterCollector: Collector {
  static let name = "printer"
  static let tables = [Printer.table]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    for path in ["/etc/cups/printers.conf", "/etc/cups/classes.conf"] {
      guard let lines = try lines(path, host.files, sink) else { continue }
      for printer in Self.printers(lines, path) { try sink.add(printer) }
    }
    for (path, isHost) in Self.scannerFiles {
      for line in try lines(path, host.files, sink) ?? [] {
        let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let address = isHost(words) else { continue }
        try sink.add(Printer(name: address, connection: .network, address: address, path: path))
      }
    }
  }

  private func lines(_ path: String, _ files: FileTree, _ sink: any FactSink) throws -> [Substring]? {
    do {
      return try files.lines(path)
    } catch {
      if !error.isAbsent { try sink.skipped(path, error.reason, detail: error.detail) }
      return nil
    }
  }

  /// Settings of SANE's back ends, and where in a line the address of a scanner stands.
  private static let scannerFiles: [(String, @Sendable ([String]) -> String?)] = [
    ("/etc/sane.d/net.conf", { $0.count == 1 && !$0[0].contains("=") ? $0[0] : nil }),
    (
      "/etc/sane.d/epson2.conf",
      { $0.first == "net" && $0.count > 1 && $0[1] != "autodiscovery" ? $0[1] : nil }
    ),
    ("/etc/sane.d/xerox_mfp.conf", { $0.first == "tcp" && $0.count > 1 ? $0[1] : nil }),
    (
      "/etc/sane.d/magicolor.conf",
      { $0.first == "net" && $0.count > 1 && $0[1].first?.isNumber == true ? $0[1] : nil }
    ),
    ("/etc/sane.d/airscan.conf", { $0.first { $0.hasPrefix("http://") || $0.hasPrefix("https://") } }),
  ]

  /// printers.conf(5): "<Printer NAME>", then "DeviceURI …" and "MakeModel …".
  static func printers(_ lines: [Substring], _ path: String) -> [Printer] {
    var found: [Printer] = []
    for line in lines {
      let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard words.count == 2 else { continue }
      if ["<Printer", "<DefaultPrinter"].contains(words[0]) {
        found.append(Printer(name: words[1].filter { $0 != ">" }, connection: .other, path: path))
      } else if !found.isEmpty, words[0] == "DeviceURI" {
        let (connection, address) = place(String(words[1]))
        found[found.count - 1].connection = connection
        found[found.count - 1].address = address
      } else if !found.isEmpty, words[0] == "MakeModel" {
        found[found.count - 1].model = String(words[1])
      }
    }
    return found
  }

  /// How a device address reaches its printer, and its scheme and host without user, password and path.
  static func place(_ uri: String) -> (PrinterConnection, String) {
    let parts = uri.split(separator: ":", maxSplits: 1)
    let scheme = parts.first.map { $0.lowercased() } ?? ""
    let rest = parts.count > 1 ? parts[1].drop { $0 == "/" } : ""
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let host = String(authority.split(separator: "@").last ?? "")
    let address = "\(scheme)://\(host)"
    switch scheme {
    case "usb", "canonusb", "epsonusb": return (.usb, address)
    case "hp", "hpfax": return (rest.hasPrefix("usb") ? .usb : .network, address)
    case "ipp", "ipps", "http", "https":
      let name = host.prefix { $0 != ":" }
      return (["localhost", "127.0.0.1"].contains(name) ? .usb : .network, address)
    case "socket", "lpd", "dnssd", "smb", "implicitclass", "beh", "airprint", "snmp", "cups-brf-net":
      return (.network, address)
    case "bluetooth": return (.bluetooth, address)
    case "parallel", "serial": return (.line, address)
    case "file", "cups-pdf", "cups-brf", "": return (.local, address)
    default: return (.other, address)
    }
  }
}
