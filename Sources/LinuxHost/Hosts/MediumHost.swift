import Facts
import Foundation

/// A removable medium, read on the running machine, which lends it nothing but the devices on its way.
public struct MediumHost: Host {
  public let now: Int64
  public let medium: OpenedMedium?
  private let opened: OpenedMedium
  private let known: [Device]?
  private let snapshot = KernelSnapshot()

  public init(_ medium: OpenedMedium) { self.init(medium, devices: nil) }

  /// A medium beside the given devices, or those of the running machine.
  init(_ medium: OpenedMedium, devices: [Device]?) {
    opened = medium
    self.medium = medium
    known = devices
    now = Int64(Date().timeIntervalSince1970)
  }

  public var files: FileTree { opened.files }
  public var nature: ScanNature { .medium }
  public var hasHardware: Bool { false }
  public var hasLinkState: Bool { false }
  public var effectiveUID: UInt32 { geteuid() }

  /// The offset of the running system's zone: the medium has none.
  public func utcOffset(at time: Int64) -> Int64 {
    var moment = time_t(time)
    var local = tm()
    return localtime_r(&moment, &local) == nil ? 0 : Int64(local.tm_gmtoff)
  }

  public func kernel() throws -> FileTree { throw CollectionFailure(.notApplicable, .needsRunningKernel) }

  public func devices(_ subsystems: [String]) throws -> [Device] {
    try known?.filter { subsystems.contains($0.subsystem) } ?? snapshot.devices(subsystems)
  }

  public func network() throws -> NetworkState {
    throw CollectionFailure(.notApplicable, .needsRunningKernel)
  }

  public func run(_ call: ProgramCall, tick: () throws -> Void) throws -> BoundedProcess.Result {
    try TrustedProgram.require(call.path)
    return try BoundedProcess.run(call, tick: tick)
  }
}
