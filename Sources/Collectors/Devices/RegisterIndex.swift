import Facts

/// The register of devices, asked for one device at a time.
struct RegisterIndex {
  private let devices: [String: RegisteredDevice]

  init(_ options: CollectorOptions, at time: Int64) {
    devices = Dictionary(
      options.registeredDevices.compactMap { device in
        var device = device
        device.standing = RegisterState.standing(device, at: time)
        return device.identity.map { ($0, device) }
      }
    ) { _, latest in latest }
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
