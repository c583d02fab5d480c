import Facts
import Foundation

/// The running machine.
public struct LiveHost: Host {
  public let files: FileTree
  public let now: Int64
  private let snapshot = KernelSnapshot()

  /// Throws if not even the root folder can be opened.
  public init() throws {
    files = try FileTree(root: "/")
    now = Int64(Date().timeIntervalSince1970)
  }

  public var nature: ScanNature { .live }
  public var hasHardware: Bool { true }
  public var hasLinkState: Bool { true }
  public var effectiveUID: UInt32 { geteuid() }

  /// The offset of the running system's zone.
  public func utcOffset(at time: Int64) -> Int64 {
    var moment = time_t(time)
    var local = tm()
    return localtime_r(&moment, &local) == nil ? 0 : Int64(local.tm_gmtoff)
  }

  public func kernel() throws -> FileTree { files }
  public func devices(_ subsystems: [String]) throws -> [Device] { try snapshot.devices(subsystems) }
  public func prepare(devices subsystems: [String]) { snapshot.prepare(subsystems) }
  public func network() throws -> NetworkState { try snapshot.network() }

  public func run(_ call: ProgramCall, tick: () throws -> Void) throws -> BoundedProcess.Result {
    try TrustedProgram.require(call.path)
    return try BoundedProcess.run(call, tick: tick)
  }
}
