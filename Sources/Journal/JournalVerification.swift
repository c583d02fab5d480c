/// Goes along the chain and compares it with heads that were kept elsewhere.
public struct JournalVerification {
  private let sealed: [Int64: [UInt8]]

  /// `heads` are ends of the chain that reports or the head file kept.
  public init(heads: [JournalHead] = []) {
    sealed = Dictionary(heads.map { ($0.sequence, $0.hash) }) { first, _ in first }
  }

  /// The end of a whole journal; throws the first `JournalFault`.
  public func verify(_ reader: EventReader) throws -> JournalHead {
    var head = JournalHead.empty
    try reader.eachRow { row in
      guard row.sequence > head.sequence else { throw JournalFault.malformed(row.sequence) }
      guard row.sequence == head.sequence + 1 else { throw JournalFault.missing(head.sequence + 1) }
      guard JournalRow.hash(after: head.hash, row) == row.hash else {
        throw JournalFault.altered(row.sequence)
      }
      guard let entry = row.entry else { throw JournalFault.malformed(row.sequence) }
      if let hash = sealed[row.sequence], hash != row.hash { throw JournalFault.otherChain(row.sequence) }
      head = entry.head
    }
    if let last = sealed.keys.max(), last > head.sequence { throw JournalFault.cutTail(head.sequence + 1) }
    return head
  }
}
