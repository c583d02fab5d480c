import Facts

/// A machine as collectors see it: running here, a mounted disk, or a recording.
///
/// What a host cannot tell is thrown as `CollectionFailure`, never an empty answer.
public protocol Host: Sendable {
  var nature: ScanNature { get }
  /// Whether devices and kernel tables are those of the inspected machine.
  var hasHardware: Bool { get }
  /// The files of the machine's disks.
  var files: FileTree { get }
  /// The machine's time when it was inspected, Unix seconds.
  var now: Int64 { get }
  /// Seconds east of UTC of the machine's local time at a moment.
  func utcOffset(at time: Int64) -> Int64
  /// The user whose rights limit what can be read.
  var effectiveUID: UInt32 { get }

  /// The tree in which /sys and /proc are those of the machine's kernel.
  func kernel() throws -> FileTree
  /// Devices of the given udev subsystems.
  func devices(_ subsystems: [String]) throws -> [Device]
  /// Begins to read devices beside the caller; what goes wrong is said to whoever asks for them.
  func prepare(devices subsystems: [String])
  /// Links, addresses and routes.
  func network() throws -> NetworkState
  /// Asks a program of the machine; it must belong to root. What a host cannot run is thrown, as every failure is.
  ///
  /// `tick` is called several times a second while it runs, and may throw to stop it.
  func run(_ call: ProgramCall, tick: () throws -> Void) throws -> BoundedProcess.Result
  /// Link and route state judges the machine only while its own system runs.
  var hasLinkState: Bool { get }
  /// The medium whose files these are; nil for a machine.
  var medium: OpenedMedium? { get }
  /// The mounted roots of the machine that this scan looks into; none where it is the running system.
  var inspectedRoots: [InspectedRoot] { get }
}

extension Host {
  public func run(_ call: ProgramCall) throws -> BoundedProcess.Result { try run(call) {} }
  public func prepare(devices subsystems: [String]) {}
  public var medium: OpenedMedium? { nil }
  public var inspectedRoots: [InspectedRoot] { [] }
}
