import Facts
import LinuxHost

/// What ClamAV's configuration files say of its databases, their updates and on-access scanning.
struct ClamavSettings {
  private static let files = [
    "/etc/clamav/freshclam.conf", "/etc/clamav/clamd.conf", "/etc/freshclam.conf", "/etc/clamd.d/scan.conf",
  ]
  private let values: [(key: String, value: String)]

  init(_ files: FileTree, _ sink: any FactSink) throws {
    var values: [(String, String)] = []
    for path in Self.files {
      do {
        for line in try files.lines(path, limit: 1 << 20) where !line.hasPrefix("#") {
          let words = line.split(separator: " ", maxSplits: 1)
          if words.count == 2 { values.append((String(words[0]), String(words[1]))) }
        }
      } catch {
        if !error.isAbsent { try sink.skipped(path, error.reason, detail: error.detail) }
      }
    }
    self.values = values
  }

  var databaseFolder: String { first("DatabaseDirectory") ?? "/var/lib/clamav" }

  /// Where freshclam is told to fetch from.
  var updateSource: UpdateSource {
    let mirrors = values.filter { ["PrivateMirror", "DatabaseMirror", "DatabaseCustomURL"].contains($0.key) }
    guard let mirror = (mirrors.first { $0.key == "PrivateMirror" } ?? mirrors.first)?.value else {
      return .unknown
    }
    if mirror.hasPrefix("file:") || mirror.hasPrefix("/") { return .local }
    return mirror.hasSuffix("clamav.net") ? .internet : .server
  }

  /// Whether clamonacc is told what to watch.
  var namesWatchedPaths: Bool {
    values.contains { ["OnAccessIncludePath", "OnAccessMountPath"].contains($0.key) }
      || first("ScanOnAccess") == "yes"
  }

  private func first(_ key: String) -> String? { values.first { $0.key == key }?.value }
}
