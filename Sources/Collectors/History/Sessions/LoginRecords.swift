import LinuxHost

/// Records of sessions as utmp(5) describes them: 384 bytes each on every 64-bit Linux.
struct LoginRecords {
  struct Record: Equatable {
    enum Kind: Int16 {
      case runLevel = 1
      case boot = 2
      case newTime = 3
      case oldTime = 4
      /// A log-in that was not finished; sshd notes refused ones so.
      case login = 6
      case user = 7
    }

    var kind: Kind
    var user: String
    var host: String
    var address: IPAddress?
    var time: Int64
  }

  private static let size = 384

  private(set) var records: [Record] = []
  /// Whether records were blanked or cut off.
  private(set) var isAltered = false

  init(_ bytes: [UInt8]) {
    isAltered = bytes.count % Self.size != 0
    for start in stride(from: 0, to: bytes.count - Self.size + 1, by: Self.size) {
      let record = bytes[start..<(start + Self.size)]
      if record.allSatisfy({ $0 == 0 }) { isAltered = true }
      if let record = Self.record(Array(record)) { records.append(record) }
    }
  }

  private static func record(_ bytes: [UInt8]) -> Record? {
    func number(_ at: Int) -> Int64 {
      Int64(
        UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3])
          << 24)
    }
    func text(_ range: Range<Int>) -> String {
      String(decoding: bytes[range].prefix { $0 != 0 }, as: UTF8.self)
    }
    guard let kind = Record.Kind(rawValue: Int16(bytes[0]) | Int16(bytes[1]) << 8) else { return nil }
    let isV4 = bytes[352..<364].allSatisfy { $0 == 0 }
    let address = IPAddress(bytes: bytes[348..<(isV4 ? 352 : 364)])
    return Record(
      kind: kind, user: text(44..<76), host: text(76..<332),
      address: address.flatMap { $0.isUnspecified ? nil : $0 }, time: number(340))
  }
}

extension LoginRecords.Record {
  /// The party that a session came from; nil for one of this machine, as ":0" and "tmux(7)".
  var peer: String? { address?.description ?? Self.remote(host) }

  /// The name or address of a machine in the host field of a session.
  static func remote(_ host: String) -> String? {
    if host.isEmpty || host.hasPrefix(":") || host.contains("(") || host.contains(" ") { return nil }
    if ["login", "screen", "seat0", "localhost"].contains(host) || host.hasPrefix("tty") { return nil }
    return host
  }
}
