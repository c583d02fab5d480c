import Facts
import LinuxHost

/// Cameras, scanners and printers that the colour daemon remembers; its databases name each as "sysfs-MAKER-MODEL".
///
/// The names are looked for in the bytes of the database, so that rows which were deleted and not yet overwritten count.
struct ColordStore: DeviceStore {
  private static let kinds: [(String, UsbKind)] = [
    ("phone", .phone), ("android", .phone), ("cam", .camera), ("scan", .scanner), ("print", .printer),
    ("jet", .printer),
  ]

  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    for path in ["/var/lib/colord/mapping.db", "/var/lib/colord/storage.db"] {
      guard let bytes = try host.read(path, limit: 64 << 20), let info = try host.info(path) else { continue }
      for name in ByteNames.after("sysfs-", in: bytes) {
        let lower = name.lowercased()
        guard let kind = Self.kinds.first(where: { lower.contains($0.0) })?.1 else { continue }
        try add(
          DeviceSighting(
            evidence: .colord, path: path, name: String(name.map { $0 == "_" ? " " : $0 }),
            kind: .init(kind: kind, confidence: .medium), last: info.modifiedAt))
      }
    }
  }
}

/// Names that follow a mark somewhere in bytes.
enum ByteNames {
  /// Each run of letters, digits, "-", "_", "." and "+" behind a mark, once, sorted.
  static func after(_ mark: String, in bytes: [UInt8]) -> [String] {
    let needle = Array(mark.utf8)
    var found: Set<String> = []
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while let at = firstIndex(of: needle, in: buffer, from: start) {
        let rest = buffer[(at + needle.count)...]
        let name = rest.prefix { byte in
          let character = Character(UnicodeScalar(byte))
          return byte < 0x80 && (character.isLetter || character.isNumber || "-_.+".contains(character))
        }
        if !name.isEmpty { found.insert(String(decoding: name, as: UTF8.self)) }
        start = at + needle.count
      }
    }
    return found.sorted()
  }
}
