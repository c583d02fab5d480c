import Foundation

/// What tells the running machine from others.
public struct MachineNow: Sendable, Equatable {
  public var addresses: Set<String>
  public var machineID: String?
  /// What the running kernel would write after "DMI: " in its log; nil where the firmware has no DMI.
  public var hardwareLine: String?

  public init(addresses: Set<String> = [], machineID: String? = nil, hardwareLine: String? = nil) {
    self.addresses = addresses
    self.machineID = machineID
    self.hardwareLine = hardwareLine
  }

  /// Reads the running machine; throws if its devices cannot be enumerated.
  public init() throws {
    let files = try FileTree(root: "/")
    let cards = try UdevEnumeration.devices(["net"]).filter { !$0.syspath.hasPrefix("/devices/virtual/") }
    addresses = Set(cards.compactMap { $0.attributes["address"]?.lowercased() })
    if try files.exists("/etc/machine-id") {
      machineID = try files.text("/etc/machine-id", limit: 4096).trimmed
    }
    hardwareLine = try Self.hardwareLine(files)
  }

  /// The line of dmi_format_ids() in the kernel's drivers/firmware/dmi_scan.c.
  static func hardwareLine(_ kernel: FileTree) throws(FileError) -> String? {
    func value(_ name: String) throws(FileError) -> String? {
      do {
        return try kernel.text("/sys/class/dmi/id/\(name)", limit: 4096).trimmed
      } catch {
        if error.isAbsent { return nil }
        throw error
      }
    }
    guard let vendor = try value("sys_vendor"), let product = try value("product_name") else { return nil }
    let board = try value("board_name").map { "/\($0)" } ?? ""
    let version = try value("bios_version") ?? ""
    let date = try value("bios_date") ?? ""
    return "\(vendor) \(product)\(board), BIOS \(version) \(date)"
  }
}
