import Facts
import Foundation

/// A mounted disk that is inspected on another system, with or without the hardware of this machine.
public struct RootHost: Host {
  public let files: FileTree
  public let now: Int64
  public let hasHardware: Bool
  public let inspectedRoots: [InspectedRoot]
  private let zone: SystemTimeZone
  private let snapshot = KernelSnapshot()

  /// Opens a mounted root; with `hardware` the devices of the running machine stand for those of the root's. `among` are all
  /// roots of that machine that are inspected.
  ///
  /// Throws `FileError` if the folder is not there.
  public init(root: String, hardware: Bool, among roots: [InspectedRoot]? = nil) throws {
    inspectedRoots = roots ?? [InspectedRoot(root)]
    files = try FileTree(root: root)
    hasHardware = hardware
    now = Int64(Date().timeIntervalSince1970)
    zone = try SystemTimeZone(files)
  }

  public var nature: ScanNature { .root }
  /// Links and routes of the running system say nothing of the root's.
  public var hasLinkState: Bool { false }
  public var effectiveUID: UInt32 { geteuid() }
  public func utcOffset(at time: Int64) -> Int64 { zone.offset(at: time) }

  public func kernel() throws -> FileTree {
    guard hasHardware else { throw Self.needsKernel }
    return try FileTree(root: "/")
  }

  public func devices(_ subsystems: [String]) throws -> [Device] {
    guard hasHardware else { throw Self.needsKernel }
    return try snapshot.devices(subsystems)
  }

  public func prepare(devices subsystems: [String]) { if hasHardware { snapshot.prepare(subsystems) } }

  public func network() throws -> NetworkState { throw Self.needsKernel }
  public func run(_ call: ProgramCall, tick: () throws -> Void) throws -> BoundedProcess.Result {
    throw Self.needsKernel
  }

  private static let needsKernel = CollectionFailure(.notCollected, .needsRunningKernel)
}

extension RootHost {
  /// Whether the root was written by the machine that runs now; nil if it holds no record of a machine.
  ///
  /// One recorded network card that is in this machine is enough, or the kernel's line on the hardware in a log of the
  /// root; records of which none fits mean another machine.
  public func identityMatchesRunningMachine() throws -> Bool? {
    var record = try RecordedMachine(files)
    try record.addKernelLogs(of: files)
    return try record.matches(MachineNow())
  }
}
