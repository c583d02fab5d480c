import Glibc

/// Resource limits of the worker.
public struct SandboxLimits: Sendable {
  /// Address space, bytes.
  public var memory: UInt64
  /// Processor time of the whole life of the process, seconds.
  public var processorTime: UInt64
  public var openFiles: UInt64
  /// Largest file that may be written, bytes.
  public var fileSize: UInt64

  public init(
    memory: UInt64 = 4 << 30, processorTime: UInt64 = 3600, openFiles: UInt64 = 160, fileSize: UInt64 = 0
  ) {
    self.memory = memory
    self.processorTime = processorTime
    self.openFiles = openFiles
    self.fileSize = fileSize
  }

  var resources: [(Int32, UInt64)] {
    [
      (Int32(RLIMIT_AS.rawValue), memory), (Int32(RLIMIT_CPU.rawValue), processorTime),
      (Int32(RLIMIT_NOFILE.rawValue), openFiles), (Int32(RLIMIT_FSIZE.rawValue), fileSize),
      (Int32(RLIMIT_CORE.rawValue), 0),
    ]
  }
}
