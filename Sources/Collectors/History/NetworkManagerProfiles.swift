import Facts
import LinuxHost
import Yaml

/// The connection profiles of NetworkManager, from its own folders and from netplan's.
struct NetworkManagerProfiles {
  struct Profile {
    var path: String
    var uuid: String
    var name: String
    var type: String
    var interface: String?
    var ssid: String?
    var modifiedAt: Int64

    /// Whether the connection never leaves the machine.
    var isSoftwareOnly: Bool {
      ["loopback", "bridge", "dummy", "veth", "tun", "macvlan", "vlan-filtering"].contains(type)
        || interface.map(InterfaceName.isSoftwareOnly) == true
    }
  }

  static let folder = "/etc/NetworkManager/system-connections"
  private static let folders = [
    folder, "/run/NetworkManager/system-connections", "/usr/lib/NetworkManager/system-connections",
  ]
  private static let netplan = "/etc/netplan"
  private static let limit = 1 << 20

  private(set) var all: [Profile] = []
  /// Whether every folder and file could be read.
  private(set) var isWhole = true

  /// Reads every profile; hands what cannot be read to `failed`. Absent folders are no failure.
  init(_ files: FileTree, failed: (FileError) throws -> Void) throws {
    for folder in Self.folders {
      for name in try names(files, folder, failed) where !name.hasPrefix(".") && !name.hasSuffix("~") {
        try add("\(folder)/\(name)", failed) { try Self.keyFileProfile(files, $0) }
      }
    }
    for name in try names(files, Self.netplan, failed) where name.hasPrefix("90-NM-") {
      try add("\(Self.netplan)/\(name)", failed) { try Self.netplanProfiles(files, $0) }
    }
  }

  private mutating func names(
    _ files: FileTree, _ folder: String, _ failed: (FileError) throws -> Void
  ) throws -> [String] {
    do {
      return try files.list(folder)
    } catch {
      if !error.isAbsent {
        isWhole = false
        try failed(error)
      }
      return []
    }
  }

  private mutating func add(
    _ path: String, _ failed: (FileError) throws -> Void, _ read: (String) throws -> [Profile]
  ) throws {
    do {
      all += try read(path)
    } catch let error as FileError {
      isWhole = false
      try failed(error)
    }
  }

  private static func keyFileProfile(_ files: FileTree, _ path: String) throws -> [Profile] {
    let info = try files.info(path)
    if info.kind == .folder { return [] }
    let file = KeyFile(try files.text(path, limit: limit))
    guard let connection = file["connection"] else { throw FileError(path: path, reason: .damaged) }
    let type = connection["type"] ?? ""
    let wireless = file["wifi"] ?? file["802-11-wireless"]
    return [
      Profile(
        path: path, uuid: connection["uuid"] ?? "", name: connection["id"] ?? "", type: type,
        interface: connection["interface-name"], ssid: wireless?["ssid"].map(ssid),
        modifiedAt: info.modifiedAt)
    ]
  }

  /// NetworkManager writes an SSID that is not plain text as a list of bytes: "72;101;…;".
  private static func ssid(_ text: String) -> String {
    guard text.hasSuffix(";") else { return text }
    let numbers = text.split(separator: ";").map { UInt8($0) }
    let bytes = numbers.compactMap { $0 }
    return bytes.count == numbers.count ? String(decoding: bytes, as: UTF8.self) : text
  }

  private static func netplanProfiles(_ files: FileTree, _ path: String) throws -> [Profile] {
    let info = try files.info(path)
    let text = try files.text(path, limit: limit)
    let root: YamlNode
    do {
      root = try YamlNode(yaml: text)
    } catch {
      throw FileError(path: path, reason: .damaged)
    }
    guard let network = root["network"]?.members else { throw FileError(path: path, reason: .damaged) }
    var found: [Profile] = []
    for group in network {
      guard let connections = group.value.members, let kind = group.key.scalar else { continue }
      for member in connections {
        let connection = member.value
        let point = connection["access-points"]?.members?.first
        let own = connection["networkmanager"] ?? point?.value["networkmanager"]
        let id = member.key.scalar ?? ""
        found.append(
          Profile(
            path: path, uuid: own?["uuid"]?.scalar ?? (id.hasPrefix("NM-") ? String(id.dropFirst(3)) : ""),
            name: own?["name"]?.scalar ?? id, type: own?["passthrough"]?["connection.type"]?.scalar ?? kind,
            interface: connection["match"]?["name"]?.scalar, ssid: point?.key.scalar,
            modifiedAt: info.modifiedAt))
      }
    }
    return found
  }
}
