/// The partitions of a disk: a GUID partition table (UEFI specification 5.3) or a master boot record with its chain.
struct PartitionTable: Equatable {
  struct Partition: Equatable {
    let number: Int
    /// Bytes from the start of the disk.
    let offset: UInt64
    /// Bytes.
    let size: UInt64
  }

  private static let limit = 128
  private static let extended: Set<UInt8> = [0x05, 0x0F, 0x85]
  private(set) var partitions: [Partition] = []

  /// Reads a table; `read` gives bytes at an offset, fewer at the end. nil where the disk has none.
  ///
  /// What points beyond `size` or at the table itself is left out.
  init?(size: UInt64, read: (UInt64, Int) -> [UInt8]) {
    let record = read(0, 512)
    guard record.count == 512, record[510] == 0x55, record[511] == 0xAA else { return nil }
    let entries = Self.entries(record)
    guard entries.contains(where: { $0.type != 0 && $0.count > 0 }) else { return nil }
    if entries.contains(where: { $0.type == 0xEE }) {
      for sector in [UInt64(512), 4096] where addGuidTable(sector, size, read) { return }
    }
    for (index, entry) in entries.enumerated() where entry.type != 0 && entry.type != 0xEE {
      if Self.extended.contains(entry.type) {
        addChain(at: UInt64(entry.start), size, read)
      } else {
        add(index + 1, UInt64(entry.start) * 512, UInt64(entry.count) * 512, size)
      }
    }
    if partitions.isEmpty { return nil }
  }

  private mutating func add(_ number: Int, _ offset: UInt64, _ length: UInt64, _ size: UInt64) {
    guard offset > 0, length > 0, offset < size, partitions.count < Self.limit else { return }
    partitions.append(Partition(number: number, offset: offset, size: min(length, size - offset)))
  }

  private mutating func addChain(at start: UInt64, _ size: UInt64, _ read: (UInt64, Int) -> [UInt8]) {
    var seen: Set<UInt64> = []
    var here = start
    var number = 5
    while seen.insert(here).inserted, seen.count <= Self.limit {
      let record = read(here * 512, 512)
      guard record.count == 512, record[510] == 0x55, record[511] == 0xAA else { return }
      let entries = Self.entries(record)
      if entries[0].type != 0 {
        add(number, (here + UInt64(entries[0].start)) * 512, UInt64(entries[0].count) * 512, size)
        number += 1
      }
      guard Self.extended.contains(entries[1].type) else { return }
      here = start + UInt64(entries[1].start)
    }
  }

  private mutating func addGuidTable(
    _ sector: UInt64, _ size: UInt64, _ read: (UInt64, Int) -> [UInt8]
  ) -> Bool {
    let header = read(sector, 512)
    guard header.count == 512, Array(header[..<8]) == Array("EFI PART".utf8) else { return false }
    let first = header.number(72, 8)
    let count = Int(min(header.number(80, 4), UInt64(Self.limit)))
    let width = Int(header.number(84, 4))
    guard (128...4096).contains(width), first < size / sector else { return false }
    let table = read(first * sector, count * width)
    for index in 0..<count where (index + 1) * width <= table.count {
      let entry = Array(table[index * width..<(index + 1) * width])
      guard entry[..<16].contains(where: { $0 != 0 }) else { continue }
      let (start, end) = (entry.number(32, 8), entry.number(40, 8))
      guard start <= end, end < size / sector else { continue }
      add(index + 1, start * sector, (end - start + 1) * sector, size)
    }
    return true
  }

  private static func entries(_ record: [UInt8]) -> [(type: UInt8, start: UInt32, count: UInt32)] {
    (0..<4).map { index in
      let base = 446 + 16 * index
      return (
        record[base + 4], UInt32(record.number(base + 8, 4)), UInt32(record.number(base + 12, 4))
      )
    }
  }
}

extension [UInt8] {
  /// A little-endian number.
  fileprivate func number(_ offset: Int, _ count: Int) -> UInt64 {
    self[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
