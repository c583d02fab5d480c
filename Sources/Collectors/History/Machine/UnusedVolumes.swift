import Facts
import LinuxHost

/// Volumes of built-in disks that hold a file system and that this scan does not look into: the running system does not use
/// them, or they are mounted at none of the roots that were given.
struct UnusedVolumes {
  private static let efiSystem = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b"
  /// Not file systems of their own: parts of RAID and LVM sets, swap.
  private static let parts = [
    "linux_raid_member", "LVM2_member", "swap", "swsuspend", "zfs_member", "isw_raid_member",
  ]

  private let devices: [Device]
  private let mounted: Set<String>

  init(_ host: any Host, _ sink: any FactSink) throws {
    devices = try host.devices(["block"])
    var mounted: Set<String> = []
    let roots = host.inspectedRoots
    do {
      let table = MountTable(try host.kernel().lines("/proc/self/mountinfo", limit: 16 << 20))
      for mount in table.mounts where roots.isEmpty || roots.contains(where: { $0.holds(mount.point) }) {
        mounted.formUnion([mount.number, mount.source])
      }
    } catch let error as FileError {
      if !error.isAbsent { try sink.skipped(error.path, error.reason, detail: error.detail) }
    }
    self.mounted = mounted
  }

  var all: [OtherSystem] {
    devices.compactMap { device in
      guard let type = device.properties["ID_FS_TYPE"], !type.isEmpty, !Self.parts.contains(type),
        device.properties["ID_PART_ENTRY_TYPE"]?.lowercased() != Self.efiSystem, isBuiltIn(device),
        !isInUse(device)
      else { return nil }
      let isEncrypted = type == "crypto_LUKS" || type == "BitLocker"
      let isMapped = device.name.hasPrefix("dm-")
      return OtherSystem(
        source: OtherSystemCollector.name,
        kind: isEncrypted ? .encryptedVolume : isMapped ? .volumeGroup : .partition,
        path: "/dev/\(device.name)",
        name: device.properties["ID_FS_LABEL"] ?? device.properties["DM_NAME"] ?? type,
        size: device.attributes["size"].flatMap { Int64($0) }.map { $0 * 512 })
    }
  }

  private func isBuiltIn(_ device: Device) -> Bool {
    if device.name.hasPrefix("dm-") { return true }
    let disk = device.syspath.split(separator: "/").dropLast().joined(separator: "/")
    let parent = devices.first { $0.syspath == "/" + disk }
    return DiskIdentity.isFixed(parent ?? device)
  }

  private func isInUse(_ device: Device) -> Bool {
    let number = device.properties["MAJOR"].flatMap { major in
      device.properties["MINOR"].map { "\(major):\($0)" }
    }
    if let number, mounted.contains(number) { return true }
    let names =
      ["/dev/\(device.name)"] + (device.properties["DEVLINKS"] ?? "").split(separator: " ").map(String.init)
    if names.contains(where: mounted.contains) { return true }
    let uuid = device.properties["ID_FS_UUID"]?.filter { $0 != "-" }
    return uuid.map { uuid in
      devices.contains { $0.properties["DM_UUID"]?.contains(uuid) == true }
    } ?? false
  }
}
