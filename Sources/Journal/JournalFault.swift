/// Where a journal is not what the daemon wrote.
public enum JournalFault: Error, Equatable {
  /// The entry does not follow from the one before: it, or that one, was changed.
  case altered(Int64)
  /// Entries from this number on are gone, and later ones are there.
  case missing(Int64)
  /// The row is no entry.
  case malformed(Int64)
  /// The journal ends before this entry, which was sealed.
  case cutTail(Int64)
  /// The sealed entry is there with another hash.
  case otherChain(Int64)

  /// Number of the first entry that cannot be relied on.
  public var sequence: Int64 {
    switch self {
    case .altered(let sequence), .missing(let sequence), .malformed(let sequence), .cutTail(let sequence),
      .otherChain(let sequence):
      sequence
    }
  }
}
