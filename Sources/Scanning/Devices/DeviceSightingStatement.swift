import Collectors
import Facts

/// What a person signs of a device that sealed facts of a machine hold.
public struct DeviceSightingStatement: Codable, Sendable, Equatable {
  /// Four hex digits, lower case.
  public var vendor: String
  public var product: String
  public var serial: String
  /// Digest of that machine's identity.
  public var machine: String
  public var use: MachineUse
  /// Unix seconds.
  public var first: Int64?
  public var last: Int64?
  /// Digest of the sealed facts.
  public var facts: String
  public var issued: Int64

  private static let kinds: Set<UsbKind> = [
    .storage, .phone, .tether, .modem, .ethernet, .wifi, .bluetooth,
  ]

  /// One statement for each device of sealed facts that has an identity and is not registered for inspection.
  public static func all(
    attached: [UsbDevice], past: [UsbDeviceHistory], at time: Int64, machine: String, use: MachineUse,
    facts: String, issued: Int64
  ) -> [DeviceSightingStatement] {
    var found: [String: DeviceSightingStatement] = [:]
    func add(_ vendor: String, _ product: String, _ serial: String?, _ first: Int64?, _ last: Int64?) {
      guard let serial, let identity = UsbIdentity.of(vendor, product, serial) else { return }
      var row =
        found[identity]
        ?? DeviceSightingStatement(
          vendor: vendor, product: product, serial: serial, machine: machine, use: use, first: first,
          last: last, facts: facts, issued: issued)
      row.first = [row.first, first].compactMap { $0 }.min()
      row.last = [row.last, last].compactMap { $0 }.max()
      found[identity] = row
    }
    for device in attached where kinds.contains(device.kind) && device.purpose != .inspection {
      add(device.vendorId, device.productId, device.serial, time, time)
    }
    for device in past
    where kinds.contains(device.kind) && device.connection == .usb && !device.beforeInstall
      && device.purpose != .inspection
    {
      guard let vendor = device.vendorId, let product = device.productId else { continue }
      add(vendor, product, device.serial, device.firstSeen, device.lastSeen)
    }
    return found.values.sorted { ($0.vendor, $0.product, $0.serial) < ($1.vendor, $1.product, $1.serial) }
  }
}
