import Facts
import LinuxHost

/// What the firmware's DMI tables, or the device tree of machines without them, say of the machine.
struct FirmwareIdentity {
  private static let tables = "/sys/class/dmi/id"
  private static let deviceTree = "/sys/firmware/devicetree/base"
  private static let properties: [(file: String, component: MachineComponent, name: String)] = [
    ("sys_vendor", .system, "vendor"), ("product_name", .system, "model"),
    ("product_version", .system, "version"), ("product_serial", .system, "serial"),
    ("product_uuid", .system, "uuid"),
    ("board_vendor", .board, "vendor"), ("board_name", .board, "model"), ("board_serial", .board, "serial"),
    ("chassis_vendor", .chassis, "vendor"), ("chassis_type", .chassis, "type"),
    ("chassis_serial", .chassis, "serial"),
    ("bios_vendor", .firmware, "vendor"), ("bios_version", .firmware, "version"),
    ("bios_date", .firmware, "date"),
  ]
  private let kernel: FileTree
  private let uid: UInt32

  init(_ kernel: FileTree, _ uid: UInt32) {
    self.kernel = kernel
    self.uid = uid
  }

  /// Adds what is readable; serials need root, and a machine that tells nothing of itself is a gap.
  func add(to sink: any FactSink) throws {
    if try kernel.exists(Self.tables) {
      for property in Self.properties {
        try add("\(Self.tables)/\(property.file)", property.component, property.name, sink)
      }
    } else if try kernel.exists(Self.deviceTree) {
      try add("\(Self.deviceTree)/model", .system, "model", sink)
      try add("\(Self.deviceTree)/serial-number", .system, "serial", sink)
    } else {
      try sink.skipped(Self.tables, .expectedButAbsent)
    }
  }

  private func add(
    _ path: String, _ component: MachineComponent, _ name: String, _ sink: any FactSink
  ) throws {
    do {
      let text = try kernel.text(path, limit: 4096)
      let value = text.split { $0.isNewline || $0 == "\0" }.first.map(String.init) ?? ""
      if value.allSatisfy(\.isWhitespace) { return }
      try sink.add(MachineIdentity(component: component, name: name, value: value))
    } catch let error as FileError {
      if error.isAbsent { return }
      let reason: Reason = error.reason == .permissionDenied && uid != 0 ? .needsRoot : error.reason
      try sink.skipped(path, reason, detail: error.detail)
    }
  }
}
