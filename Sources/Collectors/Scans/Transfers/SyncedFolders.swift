import Facts
import LinuxHost

/// Folders whose content programs send to other parties: synchronised ones, and those of messengers.
struct SyncedFolders {
  struct Folder {
    var path: String
    var channel: TransferChannel
    /// File that shows it.
    var evidence: String
    var peer: String?
    var account: String?
    var time: Int64?
  }

  private struct Setting {
    let paths: [String]
    /// What stands before the folder's path in a line, and what ends it.
    let before: String
    let end: Character
    let peer: String?
  }

  private static let settings = [
    Setting(paths: ["~/.dropbox/info.json"], before: "\"path\": \"", end: "\"", peer: "dropbox.com"),
    Setting(paths: ["~/.dropbox/info.json"], before: "\"path\":\"", end: "\"", peer: "dropbox.com"),
    Setting(
      paths: ["<config>/Nextcloud/nextcloud.cfg", "<config>/ownCloud/owncloud.cfg"], before: "localPath=",
      end: "\n",
      peer: nil),
    Setting(
      paths: ["<config>/syncthing/config.xml", "~/.local/state/syncthing/config.xml"], before: " path=\"",
      end: "\"",
      peer: nil),
  ]
  /// Folders that a program always uses, with a file that shows that it was signed in.
  private static let fixed: [(channel: TransferChannel, folder: String, evidence: String, peer: String)] = [
    (.sync, "OneDrive", "<config>/onedrive*/refresh_token", "graph.microsoft.com"),
    (.chat, "Downloads/Telegram Desktop", "<data>/TelegramDesktop/tdata/D877F783D5D3EF8C", "telegram.org"),
    (.chat, "Documents/ViberDownloads", "~/.ViberPC/[0-9]*/viber.db", "viber.com"),
    (.chat, "Documents/Zalo Received Files", "~/Documents/Zalo Received Files", "chat.zalo.me"),
  ]

  private let contacts: ContactWriter
  private let places: TracePlaces

  init(_ contacts: ContactWriter, _ places: TracePlaces) {
    self.contacts = contacts
    self.places = places
  }

  func each(_ body: (Folder) throws -> Void) throws {
    for setting in Self.settings {
      for pattern in setting.paths {
        for place in try places.all(pattern) { try contacts.reading { try read(setting, place, body) } }
      }
    }
    for entry in Self.fixed {
      for place in try places.all(entry.evidence) {
        try contacts.reading {
          let info = try contacts.files.info(place.path)
          for home in try places.all("~/" + entry.folder) where home.account == place.account {
            try body(
              Folder(
                path: home.path, channel: entry.channel, evidence: place.path, peer: entry.peer,
                account: place.account, time: info.modifiedAt))
          }
        }
      }
    }
  }

  private func read(_ setting: Setting, _ place: TracePlaces.Place, _ body: (Folder) throws -> Void) throws {
    let time = try contacts.files.info(place.path).modifiedAt
    let text = try contacts.files.text(place.path, limit: 4 << 20)
    for part in text.split(separator: setting.before).dropFirst() {
      var folder = String(part.prefix { $0 != setting.end })
      while folder.hasSuffix("/") { folder.removeLast() }
      guard folder.hasPrefix("/"), folder != "" else { continue }
      try body(
        Folder(
          path: folder, channel: .sync, evidence: place.path, peer: setting.peer, account: place.account,
          time: time))
    }
  }
}
