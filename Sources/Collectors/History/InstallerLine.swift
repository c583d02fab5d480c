import Facts
import LinuxHost

/// What a line of an installer's own log proves; lines come in the order of the log.
struct InstallerLine {
  private static let mirrorWords = ["Get:", "etrieving ", "Transfer finished: "]
  private static let failureWords = ["rror", "ailed", "Could not", "cannot", "Err:"]
  private static let leaseWords = ["Committed DHCPv4 lease", "Committed DHCPv6 lease", ": leased "]
  private static let answers = ["HTTP response: 200", "HTTP response: 304"]

  /// The mirror that archinstall is about to measure.
  private var measured: String?

  /// The kind of a contact, and with whom where the line says so.
  mutating func contact(_ text: String) -> (kind: ContactKind, peer: String?)? {
    if let mirror = Self.mirror(text) { return (.installerMirror, mirror) }
    if Self.leaseWords.contains(where: text.contains) { return (.dhcpLease, nil) }
    if Self.answers.contains(where: text.contains) { return (.installerMirror, nil) }
    return speed(text)
  }

  /// The host of a mirror that a line proves to have answered.
  static func mirror(_ message: String) -> String? {
    guard message.contains("://"), mirrorWords.contains(where: message.contains),
      !failureWords.contains(where: message.contains), let host = WebAddress.firstHost(in: message),
      host != "localhost", IPAddress(host)?.scope != .loopback
    else { return nil }
    return host
  }

  /// "Checking download speed of mirror.example.org[0.1] by fetching: …", then "    speed: 75406.25 (0.07MiB/s)" where it answered.
  private mutating func speed(_ text: String) -> (kind: ContactKind, peer: String?)? {
    if text.contains("Checking download speed of ") {
      measured = WebAddress.firstHost(in: text)
      return nil
    }
    guard let mark = text.firstRange(of: " speed: ") else { return nil }
    defer { measured = nil }
    let number = text[mark.upperBound...].prefix { $0.isNumber || $0 == "." }
    return Double(number).flatMap { $0 > 0 ? (.installerMirror, measured) : nil }
  }
}
