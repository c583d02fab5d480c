import Attestation
import Collectors
import Facts

/// The unit's register of devices: a file of signed lines, to which lines are only added: registrations, revocations, and where
/// devices were seen.
public struct DeviceRegister: Sendable {
  /// A line whose signature was verified.
  public enum Entry: Sendable, Equatable {
    case registration(DeviceRegistration, key: PublicKey)
    case revocation(DeviceRevocation, key: PublicKey)
    case sighting(DeviceSightingStatement, key: PublicKey)
  }

  public private(set) var entries: [Entry] = []
  /// The signed texts, in the order of the file.
  public private(set) var lines: [String] = []

  public init() {}

  /// Reads and verifies a register; throws `AnswerError` for the first line that does not verify, and `KeyFileError`.
  public init(_ path: String, trust: TrustStore) throws {
    for (number, jws) in try AnswerFile.read(path) {
      do {
        try add(jws, trust: trust)
      } catch let error as SignatureError {
        throw AnswerError(path: path, line: number, cause: error)
      }
    }
  }

  /// Takes in one signed line; a line that is there already changes nothing. Throws `SignatureError`.
  @discardableResult
  public mutating func add(_ jws: String, trust: TrustStore) throws -> Bool {
    let entry = try Self.verify(jws, trust)
    if lines.contains(jws) { return false }
    lines.append(jws)
    entries.append(entry)
    return true
  }

  private static func verify(_ jws: String, _ trust: TrustStore) throws(SignatureError) -> Entry {
    do {
      let verified = try JWS.verify(jws, type: Statement.device, trust: trust)
      return .registration(try verified.decode(DeviceRegistration.self), key: verified.key)
    } catch .type(_, found: Statement.deviceRevocation) {
      let verified = try JWS.verify(jws, type: Statement.deviceRevocation, trust: trust)
      return .revocation(try verified.decode(DeviceRevocation.self), key: verified.key)
    } catch .type(_, found: Statement.deviceSighting) {
      let verified = try JWS.verify(jws, type: Statement.deviceSighting, trust: trust)
      return .sighting(try verified.decode(DeviceSightingStatement.self), key: verified.key)
    }
  }

  public static func sign(_ registration: DeviceRegistration, with signer: any Signer) throws -> String {
    try JWS.sign(registration, type: Statement.device, with: signer)
  }

  public static func sign(_ revocation: DeviceRevocation, with signer: any Signer) throws -> String {
    try JWS.sign(revocation, type: Statement.deviceRevocation, with: signer)
  }

  public static func sign(_ sighting: DeviceSightingStatement, with signer: any Signer) throws -> String {
    try JWS.sign(sighting, type: Statement.deviceSighting, with: signer)
  }

  /// Where devices were seen, in the order of the file.
  ///
  /// Lines signed with a test key count only where `takesTestKeys`.
  public func sightings(takesTestKeys: Bool) -> [SightingElsewhere] {
    entries.compactMap { entry in
      guard case .sighting(let seen, let key) = entry, takesTestKeys || !key.isTest else { return nil }
      return SightingElsewhere(
        vendorId: seen.vendor, productId: seen.product, serial: seen.serial, machine: seen.machine,
        machineUse: seen.use, firstSeen: seen.first, lastSeen: seen.last, key: key.kid)
    }
  }

  /// The latest registration of each device, with what revoked it since, in the order of registration.
  ///
  /// Lines signed with a test key count only where `takesTestKeys`.
  public func devices(takesTestKeys: Bool) -> [RegisteredDevice] {
    var found: [RegisteredDevice] = []
    for entry in entries {
      switch entry {
      case .registration(let device, let key):
        guard takesTestKeys || !key.isTest else { continue }
        let row = Self.row(device, key)
        let known = found.firstIndex { Self.subject($0) == device.subject }
        guard let known else {
          found.append(row)
          continue
        }
        if found[known].registeredAt <= device.issued { found[known] = row }
      case .revocation(let revocation, let key):
        guard takesTestKeys || !key.isTest else { continue }
        for index in found.indices
        where Self.subject(found[index]) == revocation.subject
          && found[index].registeredAt <= revocation.issued
        {
          found[index].revokedAt = min(found[index].revokedAt ?? .max, revocation.issued)
        }
      case .sighting: continue
      }
    }
    return found
  }

  private static func subject(_ row: RegisteredDevice) -> String {
    "\(row.vendorId):\(row.productId):\(row.serial)"
  }

  private static func row(_ device: DeviceRegistration, _ key: PublicKey) -> RegisteredDevice {
    RegisteredDevice(
      vendorId: device.vendor, productId: device.product, serial: device.serial,
      identity: UsbIdentity.of(device.vendor, device.product, device.serial), name: device.name,
      owner: device.owner, unit: device.unit, purpose: device.purpose, origin: device.origin,
      inspectedBy: device.inspectedBy, inspectedAt: device.inspected, registeredAt: device.issued,
      validUntil: device.expires, standing: .valid, key: key.kid)
  }
}
