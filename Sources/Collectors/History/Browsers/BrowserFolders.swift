import LinuxHost

/// Where browsers keep their profiles.
enum BrowserFolders {
  /// Folders of profiles of Firefox and its kin below a home folder.
  static let firefox = [
    ".mozilla/firefox", ".config/mozilla/firefox", "snap/firefox/common/.mozilla/firefox",
    ".var/app/org.mozilla.firefox/.mozilla/firefox", ".librewolf",
    ".var/app/io.gitlab.librewolf-community/.librewolf", ".waterfox", ".mozilla/firefox-esr",
    ".tor-browser/app/Browser/TorBrowser/Data/Browser",
    ".local/share/torbrowser/tbb/x86_64/tor-browser/Browser/TorBrowser/Data/Browser",
    "AppData/Roaming/Mozilla/Firefox/Profiles",
  ]
  /// Folders of Chromium and its kin in an account of Windows.
  private static let windows = [
    "Google/Chrome", "Chromium", "CocCoc/Browser", "Microsoft/Edge", "BraveSoftware/Brave-Browser", "Vivaldi",
  ]
  /// Caches that belong to profiles of the same name.
  static let firefoxCaches = [
    "AppData/Local/Mozilla/Firefox/Profiles", ".cache/mozilla/firefox",
    "snap/firefox/common/.cache/mozilla/firefox",
    ".var/app/org.mozilla.firefox/cache/mozilla/firefox", ".cache/librewolf",
  ]
  /// Folders of Chromium and the browsers made from it below a settings folder.
  static let chromium = [
    "chromium", "google-chrome", "google-chrome-beta", "google-chrome-unstable", "microsoft-edge",
    "microsoft-edge-beta", "microsoft-edge-dev", "BraveSoftware/Brave-Browser", "vivaldi", "opera", "coccoc",
    "coccoc-browser", "yandex-browser", "ungoogled-chromium", "thorium", "iridium",
  ]

  /// The folders with profiles of Chromium and its kin, those of snap and flatpak too.
  static func chromium(of home: Home, _ contacts: ContactWriter) throws -> [String] {
    var settings = ["\(home.path)/.config"]
    for app in try contacts.names(in: home.path + "/.var/app") {
      settings.append("\(home.path)/.var/app/\(app)/config")
    }
    var found = settings.flatMap { folder in chromium.map { "\(folder)/\($0)" } }
    found += windows.map { "\(home.path)/AppData/Local/\($0)/User Data" }
    for app in try contacts.names(in: home.path + "/snap") {
      for part in ["common", "current"] {
        let base = "\(home.path)/snap/\(app)/\(part)"
        found += chromium.flatMap { ["\(base)/\($0)", "\(base)/.config/\($0)"] }
      }
    }
    return found
  }
}
