import Foundation

/// A browser's profile with visits, or what is left of one whose history was cleared.
public struct BrowserSample: Codable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case firefox
    case chromium
  }

  public var kind: Kind
  /// Folder of the profile.
  public var profile: String
  public var owner: UInt32
  /// Time of the first visit; each further one is an hour later.
  public var at: Date
  public var visits: [String]?
  /// Hosts that stay in other files than the history.
  public var residue: [String]?

  /// The files of the profile, in the forms that current versions write.
  var files: [String: Manifest.Entry] {
    var files: [String: Manifest.Entry] = [:]
    func add(_ name: String, _ change: (inout Manifest.Entry) -> Void) {
      var entry = Manifest.Entry()
      entry.owner = owner
      entry.mtime = at.addingTimeInterval(Double(visits?.count ?? 0) * 3600)
      change(&entry)
      files["\(profile)/\(name)"] = entry
    }
    let hosts = residue ?? []
    switch kind {
    case .firefox:
      add("places.sqlite") { $0.sqlite = places }
      add("times.json") { $0.text = "{\"created\":\(milliseconds),\"firstUse\":\(milliseconds)}" }
      if !hosts.isEmpty {
        add("SiteSecurityServiceState.txt") {
          $0.text = hosts.map { "\($0):HSTS\t0\t20613\t1812500000000,1,1\n" }.joined()
        }
      }
    case .chromium:
      add("History") { $0.sqlite = history }
      add("Preferences") { $0.text = "{\"profile\":{\"name\":\"1\"}}" }
      let servers = hosts.map { "{\"server\":\"https://\($0)\"}" }.joined(separator: ",")
      add("Network/Network Persistent State") {
        $0.text = "{\"net\":{\"http_server_properties\":{\"servers\":[\(servers)]}}}"
      }
    }
    return files
  }

  private var milliseconds: Int64 { Int64(at.timeIntervalSince1970) * 1000 }

  private func rows(_ microseconds: (Int64) -> Int64, _ row: (Int, String, Int64) -> String) -> String {
    (visits ?? []).enumerated().map { index, address in
      row(index + 1, address, microseconds(Int64(at.timeIntervalSince1970) + Int64(index) * 3600))
    }.joined(separator: "\n")
  }

  private var places: String {
    """
    CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT, title TEXT, rev_host TEXT, visit_count INTEGER,
      hidden INTEGER, typed INTEGER, last_visit_date INTEGER);
    CREATE TABLE moz_bookmarks (id INTEGER PRIMARY KEY, type INTEGER, fk INTEGER, title TEXT, dateAdded INTEGER,
      lastModified INTEGER);
    CREATE TABLE moz_items_annos (id INTEGER PRIMARY KEY, item_id INTEGER, content TEXT, dateAdded INTEGER,
      lastModified INTEGER);
    CREATE TABLE moz_historyvisits (id INTEGER PRIMARY KEY, from_visit INTEGER, place_id INTEGER, visit_date INTEGER,
      visit_type INTEGER);
    """
      + rows({ $0 * 1_000_000 }) { id, address, time in
        "INSERT INTO moz_places VALUES (\(id), '\(address)', NULL, '', 1, 0, 0, \(time));"
          + "INSERT INTO moz_historyvisits VALUES (\(id), 0, \(id), \(time), 1);"
      }
  }

  /// Times in microseconds since 1601.
  private var history: String {
    """
    CREATE TABLE meta (key TEXT, value TEXT);
    CREATE TABLE urls (id INTEGER PRIMARY KEY, url TEXT, title TEXT, visit_count INTEGER, typed_count INTEGER,
      last_visit_time INTEGER, hidden INTEGER);
    CREATE TABLE visits (id INTEGER PRIMARY KEY, url INTEGER, visit_time INTEGER, from_visit INTEGER,
      transition INTEGER, visit_duration INTEGER);
    CREATE TABLE downloads (id INTEGER PRIMARY KEY, current_path TEXT, target_path TEXT, start_time INTEGER,
      received_bytes INTEGER, total_bytes INTEGER, state INTEGER, danger_type INTEGER, interrupt_reason INTEGER,
      end_time INTEGER, opened INTEGER);
    CREATE TABLE downloads_url_chains (id INTEGER, chain_index INTEGER, url TEXT);
    """
      + rows({ ($0 + 11_644_473_600) * 1_000_000 }) { id, address, time in
        "INSERT INTO urls VALUES (\(id), '\(address)', '', 1, 0, \(time), 0);"
          + "INSERT INTO visits VALUES (\(id), \(id), \(time), 0, 0, 0);"
      }
  }
}
