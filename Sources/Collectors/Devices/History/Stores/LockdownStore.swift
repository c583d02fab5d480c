import CPlist
import Facts
import LinuxHost

/// iPhones and iPads that were paired: one record each in /var/lib/lockdown, named after the device's UDID, which is its
/// USB serial.
struct LockdownStore: DeviceStore {
  private static let folder = "/var/lib/lockdown"

  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    for name in try host.list(Self.folder)
    where name.hasSuffix(".plist") && name != "SystemConfiguration.plist" {
      let path = "\(Self.folder)/\(name)"
      guard let info = try host.info(path), info.kind == .regular, let bytes = try host.read(path) else {
        continue
      }
      if !Self.isPairing(bytes) { try host.sink.skipped(path, .damaged) }
      try add(
        DeviceSighting(
          evidence: .lockdown, path: path, vendor: "05ac", serial: String(name.dropLast(".plist".count)),
          maker: "Apple Inc.", kind: .init(kind: .phone, confidence: .high),
          first: info.bornAt ?? info.modifiedAt, last: info.modifiedAt))
    }
  }

  /// Whether a property list, binary or XML, is a dictionary that holds a pairing.
  private static func isPairing(_ bytes: [UInt8]) -> Bool {
    var root: plist_t?
    bytes.withUnsafeBytes { buffer in
      plist_from_memory(buffer.bindMemory(to: CChar.self).baseAddress, UInt32(buffer.count), &root)
    }
    guard let root else { return false }
    defer { plist_free(root) }
    guard plist_get_node_type(root) == PLIST_DICT else { return false }
    return ["HostID", "SystemBUID", "DeviceCertificate"].contains { (key: String) in
      plist_dict_get_item(root, key) != nil
    }
  }
}
