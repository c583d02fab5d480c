import Facts
import LinuxHost

/// Sessions and connections that auditd noted (/var/log/audit/audit.log).
///
/// An accepted connection proves an exchange; one that the machine asked for proves that a route was there, because
/// connect(2) succeeds for datagrams without an answer.
struct AuditLogCollector: Collector {
  static let name = "audit_log"
  static let tables = [NetworkContact.table, Coverage.table]

  private static let folder = "/var/log/audit"
  /// accept, accept4 and connect of x86_64 and of aarch64 (asm/unistd.h).
  private static let accepts: Set<String> = ["43", "288", "202", "242"]
  private static let connects: Set<String> = ["42", "203"]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let contacts = try ContactWriter(Self.name, host, sink)
    let logs = try LogFile.generations(
      of: "audit.log", in: Self.folder, files: host.files, names: try contacts.names(in: Self.folder)
    ) { try sink.skipped($0.path, $0.reason, detail: $0.detail) }
    for log in logs {
      var (first, last, count): (Int64?, Int64?, Int64) = (nil, nil, 0)
      var call: AuditLine?
      try contacts.reading {
        try log.forEachLine(in: host.files) { bytes in
          guard let line = AuditLine(String(decoding: bytes.prefix(4096), as: UTF8.self)) else { return }
          first = min(first ?? line.time, line.time)
          last = max(last ?? line.time, line.time)
          count += 1
          switch line.type {
          case "SYSCALL": call = line
          case "SOCKADDR":
            if let call, call.event == line.event { add(call, line.socketAddress, log.path, contacts) }
          case "USER_LOGIN", "USER_START": addLogin(line, log.path, contacts)
          default: break
          }
        }
      }
      try sink.cover(Self.name, log.path, first: first, last: last, entries: count)
    }
    try contacts.finish()
    if !logs.isEmpty { return }
    if try host.files.exists("/usr/sbin/auditd") {
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: Self.folder + "/audit.log")
    }
    sink.absent(.neverInstalled)
  }

  private func addLogin(_ line: AuditLine, _ path: String, _ contacts: ContactWriter) {
    guard line["res"] == "success", line["terminal"] == "ssh" || line["exe"]?.hasSuffix("/sshd") == true,
      let peer = line["addr"], peer != "?"
    else { return }
    contacts.add(contact(.remoteSession, .a, peer, line.time, path))
  }

  private func add(_ call: AuditLine, _ peer: IPAddress?, _ path: String, _ contacts: ContactWriter) {
    guard let peer, let number = call["syscall"] else { return }
    let underWay = "-115"
    let succeeded = call["success"] == "yes"
    if Self.accepts.contains(number), succeeded {
      contacts.add(contact(.firewallPacket, .a, peer.description, call.time, path))
    } else if Self.connects.contains(number), succeeded || call["exit"] == underWay {
      contacts.add(contact(.linkUp, .b, peer.description, call.time, path))
    }
  }

  private func contact(
    _ kind: ContactKind, _ grade: Grade, _ peer: String, _ time: Int64, _ path: String
  ) -> NetworkContact {
    NetworkContact(
      source: Self.name, kind: kind, path: path, peer: peer, firstSeen: time, lastSeen: time,
      timeBasis: .recorded, grade: grade, occurrences: 1)
  }
}
