import Facts
import LinuxHost

/// Devices of the unit's signed register, as the operator handed it over, and where they were seen;
/// without a register there are none.
struct RegisteredDeviceCollector: Collector {
  static let name = "registered_device"
  static let tables = [RegisteredDevice.table, SightingElsewhere.table]
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    for device in options.registeredDevices {
      var device = device
      device.standing = RegisterState.standing(device, at: host.now)
      try sink.add(device)
    }
    for sighting in options.deviceSightings where sighting.machine != options.machine {
      try sink.add(sighting)
    }
  }
}

/// What a registration is worth at a moment.
public enum RegisterState {
  public static func standing(_ device: RegisteredDevice, at time: Int64) -> DeviceStanding {
    if let revoked = device.revokedAt, revoked <= time { return .revoked }
    if device.validUntil < time { return .expired }
    if device.identity == nil { return .noIdentity }
    if let inspected = device.inspectedAt, inspected <= time { return .valid }
    return device.origin == .giftForeign ? .giftNotInspected : .notInspected
  }
}
