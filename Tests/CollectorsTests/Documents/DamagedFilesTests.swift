import Facts
import Foundation
import TestSupport
import Testing

@testable import Collectors

/// Every sample cut at ten places and with random bytes changed, through the real workers.
struct DamagedFilesTests {
  private static let copies = 76
  private static let rules = URL(filePath: #filePath).appending(path: "../../../../rules").standardizedFileURL
    .path

  @Test(.timeLimit(.minutes(3))) func endsWithARowForWhatCannotBeRead() throws {
    let program = try #require(BuiltProgram.path("airseal-parse"))
    let tree = try TemporaryTree()
    var noise = FixedNoise(state: 7391)
    var count = 0
    for sample in SampleFiles.all("chim hoang yen 7391") {
      for (index, bytes) in Self.damaged(sample.bytes, &noise).enumerated() {
        try tree.file("home/an/\(sample.name)/\(index).\(sample.name)", bytes: bytes)
        count += 1
      }
    }
    #expect(count >= 2000)
    let options = CollectorOptions(rules: Self.rules, worker: program)
    let host = try tree.host()
    let result = try Collected(DocumentCollector.tables) {
      try DocumentCollector(options, patience: .seconds(20)).collect(from: host, into: $0)
    }
    let scans = result.rows(DocumentScan.self)
    #expect(Set(scans.map(\.path)).count == scans.count)
    #expect(scans.allSatisfy { $0.status != .unreadable || $0.reason != .none })
    #expect(scans.count { $0.status == .unreadable } > 500)
    #expect(scans.allSatisfy { $0.reason != .timedOut && $0.reason != .crashed })
    #expect(!"\(result.facts) \(result.gaps)".contains("hoang"))
  }

  private static func damaged(_ bytes: [UInt8], _ noise: inout FixedNoise) -> [[UInt8]] {
    var files = (1...10).map { Array(bytes.prefix(bytes.count * $0 / 11)) }
    for _ in 0..<copies {
      var copy = bytes
      for _ in 0..<Int.random(in: 1...8, using: &noise) {
        copy[Int.random(in: 0..<copy.count, using: &noise)] = .random(in: 0...255, using: &noise)
      }
      files.append(copy)
    }
    return files
  }
}

/// The same numbers in every run (SplitMix64).
private struct FixedNoise: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
