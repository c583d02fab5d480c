import Facts
import LinuxHost
import ParseWire

/// Outcome and type of a file in two bytes.
struct TallyClass: Hashable, Sendable {
  let raw: UInt16

  init(_ outcome: DocumentOutcome, _ type: FileType) {
    raw = UInt16(Self.outcomes[outcome] ?? 0) << 8 | UInt16(Self.types[type] ?? 0)
  }

  /// nil for numbers that name nothing.
  init?(raw: UInt16) {
    guard Int(raw >> 8) < DocumentOutcome.allCases.count, Int(raw & 255) < FileType.allCases.count else {
      return nil
    }
    self.raw = raw
  }

  var outcome: DocumentOutcome { DocumentOutcome.allCases[Int(raw >> 8)] }
  var type: FileType { FileType.allCases[Int(raw & 255)] }

  private static let outcomes = Dictionary(
    uniqueKeysWithValues: DocumentOutcome.allCases.enumerated().map { ($1, $0) })
  private static let types = Dictionary(uniqueKeysWithValues: FileType.allCases.enumerated().map { ($1, $0) })
}

/// Pictures of one folder.
struct PictureCount: Sendable {
  var pictures: Int64 = 0
  var newest = Int64.min
  var firstTime: Int64?

  mutating func add(_ info: FileInfo) {
    add(PictureCount(pictures: 1, newest: info.modifiedAt, firstTime: info.firstTime))
  }

  mutating func add(_ other: PictureCount) {
    pictures += other.pictures
    newest = max(newest, other.newest)
    firstTime = [firstTime, other.firstTime].compactMap(\.self).min()
  }
}

/// Files of one owner.
struct OwnerCount: Sendable {
  var files: Int64 = 0
  var newest = Int64.min
  /// Path of the folder in which the first was met.
  var folder: [UInt8] = []

  mutating func add(_ other: OwnerCount) {
    if files == 0 { folder = other.folder }
    files += other.files
    newest = max(newest, other.newest)
  }
}

/// Files counted by class.
struct Tally: Sendable {
  struct Count: Sendable {
    var files: Int64 = 0
    var bytes: Int64 = 0
    var cached: Int64 = 0
  }

  private(set) var counts: [TallyClass: Count] = [:]

  mutating func add(_ kind: TallyClass, size: UInt64, isCached: Bool = false) {
    counts[kind, default: Count()].files += 1
    counts[kind, default: Count()].bytes += Int64(clamping: size)
    if isCached { counts[kind, default: Count()].cached += 1 }
  }

  mutating func add(_ other: Tally) {
    for (kind, count) in other.counts {
      counts[kind, default: Count()].files += count.files
      counts[kind, default: Count()].bytes += count.bytes
      counts[kind, default: Count()].cached += count.cached
    }
  }

  /// One row a class, in a fixed order.
  var rows: [DocumentTally] {
    counts.sorted { $0.key.raw < $1.key.raw }.map { kind, count in
      DocumentTally(
        outcome: kind.outcome, type: kind.type.rawValue, files: count.files, bytes: count.bytes,
        cached: count.cached)
    }
  }
}
