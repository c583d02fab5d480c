/// What the file system says of a file; times in Unix seconds.
public struct FileInfo: Sendable, Equatable {
  public enum Kind: Sendable {
    case regular
    case folder
    case link
    case other
  }

  public var kind: Kind
  public var mode: UInt32
  public var uid: UInt32
  public var size: UInt64
  /// Allocated 512-byte blocks.
  public var blocks: UInt64
  public var modifiedAt: Int64
  public var changedAt: Int64
  /// Nanoseconds of the second of both times.
  public var modifiedFraction: UInt32
  public var changedFraction: UInt32
  /// nil where the file system keeps no birth time, or where the tree is a recording.
  public var bornAt: Int64?
  public var inode: UInt64
  public var device: UInt64

  /// The earliest time that the file system gives the file.
  public var firstTime: Int64 { min(modifiedAt, bornAt ?? modifiedAt) }
}
