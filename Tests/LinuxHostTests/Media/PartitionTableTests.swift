@testable import LinuxHost
import Testing

@Suite struct PartitionTableTests {
  private static let size: UInt64 = 1 << 30

  private func read(_ disk: [UInt64: [UInt8]]) -> PartitionTable? {
    PartitionTable(size: Self.size) { offset, count in
      let block = disk[offset] ?? []
      return Array((block + [UInt8](repeating: 0, count: max(0, count - block.count))).prefix(count))
    }
  }

  private func record(_ entries: [(UInt8, UInt32, UInt32)]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 512)
    for (index, (type, start, count)) in entries.enumerated() {
      let base = 446 + 16 * index
      bytes[base + 4] = type
      for shift in 0..<4 {
        bytes[base + 8 + shift] = UInt8(truncatingIfNeeded: start >> (8 * UInt32(shift)))
        bytes[base + 12 + shift] = UInt8(truncatingIfNeeded: count >> (8 * UInt32(shift)))
      }
    }
    bytes[510] = 0x55
    bytes[511] = 0xAA
    return bytes
  }

  @Test func masterBootRecordWithItsChain() throws {
    let table = try #require(
      read([
        0: record([(0x0C, 2048, 1000), (0x0F, 10_000, 20_000)]),
        10_000 * 512: record([(0x83, 8, 100), (0x05, 500, 600)]),
        10_500 * 512: record([(0x83, 8, 50)]),
      ]))
    #expect(table.partitions.map(\.number) == [1, 5, 6])
    #expect(table.partitions.map(\.offset) == [1_048_576, 5_124_096, 5_380_096])
    #expect(table.partitions.map(\.size) == [512_000, 51_200, 25_600])
  }

  @Test func aChainThatRunsInACircleEnds() throws {
    let table = try #require(
      read([
        0: record([(0x05, 100, 1000)]), 100 * 512: record([(0x83, 8, 10), (0x05, 0, 10)]),
      ]))
    #expect(table.partitions.count == 1)
  }

  @Test func guidPartitionTable() throws {
    var header = [UInt8](repeating: 0, count: 512)
    header.replaceSubrange(0..<8, with: Array("EFI PART".utf8))
    header[72] = 2
    header[80] = 128
    header[84] = 128
    var entries = [UInt8](repeating: 0, count: 128 * 128)
    entries[128] = 1
    entries[128 + 33] = 8
    entries[128 + 41] = 15
    let table = try #require(
      read([0: record([(0xEE, 1, .max)]), 512: header, 1024: entries]))
    #expect(table.partitions.map(\.number) == [2])
    #expect(table.partitions.map(\.offset) == [1_048_576] && table.partitions.map(\.size) == [918_016])
  }

  @Test func whatPointsBeyondTheDiskIsCutOrLeftOut() throws {
    let table = try #require(read([0: record([(0x0C, 2_097_151, .max), (0x0C, .max, 10)])]))
    #expect(table.partitions.map(\.offset) == [Self.size - 512] && table.partitions.map(\.size) == [512])
  }

  @Test func bytesThatAreNoTable() {
    #expect(read([:]) == nil)
    #expect(read([0: record([])]) == nil)
    #expect(PartitionTable(size: 0) { _, _ in [] } == nil)
  }
}
