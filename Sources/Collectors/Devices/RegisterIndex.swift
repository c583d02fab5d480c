import Facts

/// The register of devices, asked for one device at a time.
struct RegisterIndex {
  private let devices: [String: RegisteredDevice]
  private let uses: [String: Set<MachineUse>]

  init(_ options: CollectorOptions, at time: Int64) {
    var uses: [String: Set<MachineUse>] = [:]
    for seen in options.deviceSightings where seen.machine != options.machine {
      guard let identity = UsbIdentity.of(seen.vendorId, seen.productId, seen.serial) else { continue }
      uses[identity, default: []].insert(seen.machineUse)
    }
    self.uses = uses
    devices = Dictionary(
      options.registeredDevices.compactMap { device in
        var device = device
        device.standing = RegisterState.standing(device, at: time)
        return device.identity.map { ($0, device) }
      }
    ) { _, latest in latest }
  }

  /// The kinds of other machines that a device was seen on.
  func seen(_ identity: String?) -> SeenOn {
    guard let found = identity.flatMap({ uses[$0] }) else { return .none }
    return found.count > 1 ? .both : found.contains(.open) ? .open : .secret
  }

  /// What the register says of a device that is attached now.
  func attached(_ identity: String?, isInspection: Bool) -> (DeviceStanding, DevicePurpose) {
    guard let identity else { return (.noIdentity, .none) }
    guard let device = devices[identity] else { return (.unregistered, .none) }
    if device.standing == .valid, isInspection, device.purpose != .inspection {
      return (.notForInspection, device.purpose)
    }
    return (device.standing, device.purpose)
  }

  /// What it says of one of the past: it must have been inspected before it was first here, and registered when it was
  /// last here.
  func past(_ identity: String?, first: Int64?, last: Int64?) -> (DeviceStanding, DevicePurpose) {
    guard let identity else { return (.noIdentity, .none) }
    guard let device = devices[identity] else { return (.unregistered, .none) }
    if let first, let inspected = device.inspectedAt, first < inspected {
      return (.usedBeforeInspection, device.purpose)
    }
    let end = min(device.validUntil, device.revokedAt ?? .max)
    let wasValid = [.expired, .revoked].contains(device.standing) && device.inspectedAt != nil
    if wasValid, let last, last <= end { return (.valid, device.purpose) }
    return (device.standing, device.purpose)
  }
}
