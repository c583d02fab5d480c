import Facts
import LinuxHost

/// Finds the files of a machine that follow the path patterns of trace descriptions.
final class TracePlaces {
  struct Place {
    let path: String
    let account: String?
  }

  private let contacts: ContactWriter
  private let homes: [Home]
  private var listed: [String: [String]] = [:]
  private var folders: [String: [Place]] = [:]

  init(_ contacts: ContactWriter, _ homes: [Home]) {
    self.contacts = contacts
    self.homes = homes
  }

  /// Everything that follows a pattern.
  func all(_ pattern: String) throws -> [Place] {
    guard let slash = pattern.firstIndex(of: "/"), slash != pattern.startIndex else {
      return try matches(pattern, below: Place(path: "", account: nil))
    }
    let rest = String(pattern[slash...])
    return try bases(String(pattern[..<slash])).flatMap { try matches(rest, below: $0) }
  }

  private func bases(_ name: String) throws -> [Place] {
    if let known = folders[name] { return known }
    var found: [Place] = []
    for home in homes {
      let paths: [String] =
        switch name {
        case "~": [home.path]
        case "<data>": try xdg(home, ".local/share", "data")
        case "<config>": try xdg(home, ".config", "config")
        case "<cache>": try xdg(home, ".cache", "cache")
        case "<windows>": try windows(home)
        default: []
        }
      found += paths.map { Place(path: $0, account: home.account) }
    }
    if name == "<windows>", try contacts.files.exists(WindowsVolumes.config) {
      found.append(Place(path: "", account: nil))
    }
    folders[name] = found
    return found
  }

  /// A folder of the XDG Base Directory Specification: the account's own, and those of snap and flatpak.
  private func xdg(_ home: Home, _ own: String, _ flatpak: String) throws -> [String] {
    var found = ["\(home.path)/\(own)"]
    for app in try names(home.path + "/.var/app") { found.append("\(home.path)/.var/app/\(app)/\(flatpak)") }
    for app in try names(home.path + "/snap") {
      found += ["common", "current"].map { "\(home.path)/snap/\(app)/\($0)/\(own)" }
    }
    return found
  }

  /// The C: drives of Wine, PlayOnLinux, Bottles and CrossOver.
  private func windows(_ home: Home) throws -> [String] {
    let parents = [
      ".local/share/wineprefixes", ".PlayOnLinux/wineprefix", ".local/share/bottles/bottles", ".cxoffice",
      ".var/app/com.usebottles.bottles/data/bottles/bottles",
    ]
    var prefixes = [".wine"]
    for parent in parents { prefixes += try names("\(home.path)/\(parent)").map { "\(parent)/\($0)" } }
    for app in try names(home.path + "/snap") { prefixes.append("snap/\(app)/common/.wine") }
    return prefixes.map { "\(home.path)/\($0)/drive_c" }
  }

  private func matches(_ pattern: String, below base: Place) throws -> [Place] {
    var found = [base.path]
    let parts = pattern.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    for (index, part) in parts.enumerated() {
      if Glob.isPattern(part) {
        found = try found.flatMap { folder in
          try names(folder).filter { Glob.matches(part, $0) }.map { "\(folder)/\($0)" }
        }
      } else {
        found = found.map { "\($0)/\(part)" }
      }
      if index + 1 < parts.count, found.isEmpty { return [] }
    }
    return found.map { Place(path: $0, account: base.account) }
  }

  private func names(_ folder: String) throws -> [String] {
    if let known = listed[folder] { return known }
    let names = try contacts.names(in: folder.isEmpty ? "/" : folder)
    listed[folder] = names
    return names
  }
}
