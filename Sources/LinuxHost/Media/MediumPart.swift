/// A part of a disk that holds a file system, or should.
struct MediumPart {
  /// The partition's name, for people.
  let label: String
  /// Bytes from the start of the disk.
  let offset: UInt64
  /// Bytes; 0 for the rest of the disk.
  let size: UInt64
  /// nil where nothing known stands in it.
  let signature: VolumeSignature?
  /// Where it is mounted already.
  let mountedAt: MountTable.Mount?
  var isUnreadable = false
}
