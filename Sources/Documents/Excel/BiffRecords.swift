/// The records of an Excel stream ([MS-XLS] 2.1.4), each with the records that continue it.
struct BiffRecords: Sequence, IteratorProtocol {
  struct Record {
    var type: Int
    /// The record's own content, then that of each record that continues it.
    var segments: [BoundedBytes]

    var content: BoundedBytes { segments[0] }
  }

  static let continuation = 0x3C

  private let stream: BoundedBytes
  private var at = 0
  /// Whether the stream ends inside a record.
  private(set) var isCut = false

  init(_ stream: BoundedBytes) { self.stream = stream }

  mutating func next() -> Record? {
    guard let first = single() else { return nil }
    var record = Record(type: first.type, segments: [first.content])
    while let type = peek(), type == Self.continuation, let more = single() {
      record.segments.append(more.content)
    }
    return record
  }

  private func peek() -> Int? {
    guard at + 4 <= stream.count else { return nil }
    do throws(Unreadable) { return try stream.u16(at) } catch { return nil }
  }

  private mutating func single() -> (type: Int, content: BoundedBytes)? {
    do throws(Unreadable) {
      guard at + 4 <= stream.count else { return nil }
      let type = try stream.u16(at)
      let size = try stream.u16(at + 2)
      guard at + 4 + size <= stream.count else {
        isCut = true
        return nil
      }
      let content = try stream.slice(at + 4, size)
      at += 4 + size
      return (type, content)
    } catch {
      isCut = true
      return nil
    }
  }
}
