/// The first datagram of a worker: the state of its sandbox and how many marking rules it loaded.
public struct WorkerGreeting: Sendable, Equatable {
  static let magic: UInt32 = 0x3147_5341

  public var hasNoNewPrivileges: Bool
  public var hasSeccomp: Bool
  /// Landlock ABI in force; 0 where the kernel has none.
  public var landlock: Int
  public var rules: Int

  public init(hasNoNewPrivileges: Bool, hasSeccomp: Bool, landlock: Int, rules: Int) {
    self.hasNoNewPrivileges = hasNoNewPrivileges
    self.hasSeccomp = hasSeccomp
    self.landlock = landlock
    self.rules = rules
  }

  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.number(Self.magic)
    writer.number(UInt8(hasNoNewPrivileges ? 1 : 0))
    writer.number(UInt8(hasSeccomp ? 1 : 0))
    writer.number(UInt8(clamping: landlock))
    writer.number(UInt16(clamping: rules))
    return writer.bytes
  }

  public init(decoding bytes: [UInt8]) throws(WireError) {
    var reader = ByteReader(bytes)
    guard try reader.number(UInt32.self) == Self.magic else { throw .wrongMagic }
    hasNoNewPrivileges = try reader.number(UInt8.self) == 1
    hasSeccomp = try reader.number(UInt8.self) == 1
    landlock = Int(try reader.number(UInt8.self))
    rules = Int(try reader.number(UInt16.self))
    guard reader.isAtEnd else { throw .trailingBytes }
  }
}
