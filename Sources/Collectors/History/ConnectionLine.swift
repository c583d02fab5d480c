import Facts

/// What one log line tells of a connection.
struct ConnectionLine: Equatable {
  enum Meaning: Equatable {
    case contact(ContactKind, Grade)
    case fullConnectivity
    case attempt
    case naming
  }

  var meaning: Meaning
  var interface: String?
  var peer: String?
  var name: String?

  /// The programs whose lines are understood.
  static let programs: Set<String> = Set(ConnectionPattern.all.keys)

  /// nil for a line that tells of no connection, or only of interfaces that are software.
  init?(program: String, message: String) {
    guard let patterns = ConnectionPattern.all[program] else { return nil }
    var message = message
    let found = message.withUTF8 { patterns.first(UnsafeRawBufferPointer($0)) }
    guard let (pattern, fields) = found else { return nil }
    if let unless = pattern.unless, message.contains(unless) { return nil }
    interface = fields["interface"]
    if let interface, InterfaceName.isSoftwareOnly(interface) { return nil }
    peer = fields["peer"].map(Self.host)
    name = fields["name"]
    meaning =
      switch pattern.meaning {
      case .contact(.linkUp, let grade) where interface.map(InterfaceName.isWWAN) == true:
        .contact(.tetherUp, grade)
      case .contact(let kind, let grade): .contact(kind, grade)
      case .fullConnectivity: .fullConnectivity
      case .attempt: .attempt
      case .naming: .naming
      }
  }

  /// The host of "host:port" and "[host]:port".
  private static func host(_ text: String) -> String {
    if text.hasPrefix("[") { return String(text.dropFirst().prefix { $0 != "]" }) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && Int(parts[1]) != nil ? String(parts[0]) : text
  }
}
