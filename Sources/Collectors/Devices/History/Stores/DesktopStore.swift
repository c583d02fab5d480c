import Facts
import Foundation
import LinuxHost

/// What desktops keep of files on media: metadata of mounts, thumbnails, recently used files, what was deleted, and the
/// cards of Bluetooth headsets.
///
/// Only the labels of volumes and the names of phones are taken, never the name of a file.
struct DesktopStore: DeviceStore {
  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    for home in host.homes {
      let base = home.path
      try metadata("\(base)/.local/share/gvfs-metadata", home, host, add)
      try texts(["\(base)/.local/share/recently-used.xbel"], home, host, add)
      let trash = "\(base)/.local/share/Trash/info"
      try texts(
        try host.list(trash).filter { $0.hasSuffix(".trashinfo") }.map { "\(trash)/\($0)" }, home, host, add)
      for size in ["normal", "large", "x-large", "xx-large"] {
        let folder = "\(base)/.cache/thumbnails/\(size)"
        try texts(try host.list(folder).map { "\(folder)/\($0)" }, home, host, add)
      }
      let state = "\(base)/.local/state/wireplumber"
      for name in try host.list(state) {
        guard let bytes = try host.read("\(state)/\(name)"), let info = try host.info("\(state)/\(name)")
        else {
          continue
        }
        for card in ByteNames.after("bluez_card.", in: bytes) {
          try add(
            DeviceSighting(
              evidence: .desktop, path: "\(state)/\(name)", connection: .bluetooth,
              serial: String(card.map { $0 == "_" ? ":" : $0 }),
              kind: .init(kind: .audio, confidence: .medium),
              last: info.modifiedAt, account: home.user))
        }
      }
    }
  }

  /// Files of gvfs named after what was mounted: "mtp:host=…", "gphoto2:host=…", "label-…".
  private func metadata(
    _ folder: String, _ home: UserHome, _ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void
  ) throws {
    for name in try host.list(folder) where !name.hasSuffix(".log") {
      let path = "\(folder)/\(name)"
      guard let info = try host.info(path) else { continue }
      for scheme in ["mtp:host=", "gphoto2:host=", "afc:host="] where name.hasPrefix(scheme) {
        try add(phone(name.dropFirst(scheme.count), scheme, path, info, home))
      }
      if name.hasPrefix("label-") {
        try add(volume(String(name.dropFirst("label-".count)), path, info, home))
      }
    }
  }

  /// "SAMSUNG_SAMSUNG_Android_R58N30ABCDE": maker, model and serial as udev joins them.
  private func phone(
    _ host: some StringProtocol, _ scheme: String, _ path: String, _ info: FileInfo, _ home: UserHome
  ) -> DeviceSighting {
    let parts = host.split(separator: "_")
    let isCamera = scheme.hasPrefix("gphoto2") && !String(host).lowercased().contains("phone")
    return DeviceSighting(
      evidence: .desktop, path: path, serial: parts.count > 1 ? parts.last.map { String($0) } : nil,
      name: parts.dropLast(parts.count > 1 ? 1 : 0).map { String($0) }.joined(separator: " "),
      kind: .init(kind: isCamera ? .camera : .phone, confidence: isCamera ? .low : .high),
      first: info.bornAt, last: info.modifiedAt, account: home.user)
  }

  private func volume(_ label: String, _ path: String, _ info: FileInfo, _ home: UserHome) -> DeviceSighting {
    DeviceSighting(
      evidence: .desktop, path: path, kind: .init(kind: .storage, confidence: .medium), last: info.modifiedAt,
      account: home.user, label: label)
  }

  /// Looks through files for paths on media and addresses of phones; a thumbnail says so in its first bytes.
  private func texts(
    _ paths: [String], _ home: UserHome, _ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void
  ) throws {
    var seen: Set<String> = []
    for path in paths {
      let isPicture = path.contains("/thumbnails/")
      let bytes = try host.attempt(path) { () throws(FileError) in
        isPicture ? try host.files.open(path).readChunk(1 << 12) ?? [] : try host.files.read(path)
      }
      guard let bytes, let info = try host.info(path) else { continue }
      for mark in ["/media/\(home.user)/"] {
        for label in Self.segments(after: mark, in: bytes) where seen.insert(label).inserted {
          try add(volume(label, path, info, home))
        }
      }
      for mark in ["mtp://", "gphoto2://"] {
        for name in Self.segments(after: mark, in: bytes) where seen.insert(mark + name).inserted {
          try add(phone(name, mark, path, info, home))
        }
      }
    }
  }

  /// What stands between a mark and the next slash, with its percent signs resolved.
  private static func segments(after mark: String, in bytes: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    let needle = Array(mark.utf8)
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while let at = firstIndex(of: needle, in: buffer, from: start) {
        start = at + needle.count
        let longest = 256
        let name = buffer[start...].prefix(longest).prefix {
          $0 != 0x2f && $0 > 0x20 && $0 != 0x22 && $0 != 0x3c
        }
        guard start + name.count < buffer.count, buffer[start + name.count] == 0x2f, !name.isEmpty else {
          continue
        }
        let text = String(decoding: name, as: UTF8.self)
        found.insert(text.removingPercentEncoding ?? text)
      }
    }
    return found
  }
}
