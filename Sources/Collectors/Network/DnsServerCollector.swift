import Facts
import LinuxHost

/// Name servers in resolv.conf(5), resolved.conf(5) and interfaces(5).
struct DnsServerCollector: Collector {
  static let name = "dns_server"
  static let tables = [DnsServer.table]
  private static let resolverFiles = ["/etc/resolv.conf", "/run/systemd/resolve/resolv.conf"]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let files = host.files
    _ = try files.list("/etc")
    for path in Self.resolverFiles {
      try read(path, host, sink) { words in
        words.first == "nameserver" ? Array(words.dropFirst().prefix(1)) : []
      }
    }
    for path in ["/etc/systemd/resolved.conf"] + (try folder("/etc/systemd/resolved.conf.d", files, sink)) {
      try read(path, host, sink) { words in
        let assignment = words.joined(separator: " ").split(separator: "=", maxSplits: 1)
        guard assignment.count == 2, ["DNS", "FallbackDNS"].contains(assignment[0].trimmingSpaces) else {
          return []
        }
        return assignment[1].split(separator: " ").map { $0.prefix { $0 != "#" } }
      }
    }
    for path in ["/etc/network/interfaces"] + (try folder("/etc/network/interfaces.d", files, sink)) {
      try read(path, host, sink) { words in
        ["dns-nameservers", "dns-nameserver"].contains(words.first) ? Array(words.dropFirst()) : []
      }
    }
  }

  private func folder(_ path: String, _ files: FileTree, _ sink: any FactSink) throws -> [String] {
    do {
      return try files.list(path).map { "\(path)/\($0)" }
    } catch {
      if !error.isAbsent { try sink.skipped(path, error.reason, detail: error.detail) }
      return []
    }
  }

  private func read(
    _ path: String, _ host: any Host, _ sink: any FactSink, _ servers: ([Substring]) -> [Substring]
  ) throws {
    let lines: [Substring]
    do {
      lines = try host.files.lines(path, limit: 1 << 20)
    } catch {
      if error.isAbsent {
        if try isDangling(path, host) { try sink.skipped(path, .expectedButAbsent) }
      } else {
        try sink.skipped(path, error.reason, detail: error.detail)
      }
      return
    }
    for line in lines {
      let words = line.split { $0 == " " || $0 == "\t" }
      if words.first?.first == "#" || words.first?.first == ";" { continue }
      for server in servers(words) {
        if let address = IPAddress(server) {
          try sink.add(DnsServer(address: address.description, path: path, scope: address.scope))
        } else if !server.isEmpty {
          try sink.skipped(path, .damaged)
        }
      }
    }
  }

  /// A disk's link into /run leads to what only the running system has.
  private func isDangling(_ path: String, _ host: any Host) throws -> Bool {
    if host.nature == .live { return false }
    do {
      _ = try host.files.linkTarget(path)
      return true
    } catch {
      return false
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
