/// Web addresses in logs and settings.
enum WebAddress {
  /// The host of an http, https or ftp address, without a user or port; nil for another word.
  static func host(_ word: some StringProtocol) -> String? {
    for scheme in ["http://", "https://", "ftp://", "tor+http://", "mirror+http://"]
    where word.hasPrefix(scheme) {
      var host = word.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "\"" && $0 != "'" }
      if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
      if host.hasPrefix("[") { return String(host.dropFirst().prefix { $0 != "]" }) }
      let name = host.prefix { $0 != ":" }.lowercased()
      return name.isEmpty ? nil : name
    }
    return nil
  }

  /// The host of the first web address in a line.
  static func firstHost(in line: some StringProtocol) -> String? {
    line.split { " \t\"'(<,=".contains($0) }.lazy.compactMap { host($0) }.first
  }
}
