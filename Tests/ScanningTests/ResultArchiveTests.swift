import Foundation
import Scanning
import TestSupport
import Testing

/// Old results go, the last of each verdict stays.
@Suite struct ResultArchiveTests {
  @Test func keepsTheNewestAndTheLastOfEachVerdict() throws {
    let scratch = try Scratch()
    let archive = ResultArchive(scratch.path)
    let start = Date(timeIntervalSince1970: 1_700_000_000)
    for (day, code) in [0, 2, 3, 3, 3, 3].enumerated() {
      let now = start + Double(day) * 86_400
      try FileManager.default.createDirectory(
        atPath: archive.newFolder(at: now), withIntermediateDirectories: true)
      try archive.keep(code: Int32(code), count: 2, days: 30, now: now)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
    #expect(names.map { $0.prefix(8) } == ["20231114", "20231115", "20231118", "20231119"])
  }

  @Test func removesWhatIsTooOldAndNothingElse() throws {
    let scratch = try Scratch()
    let archive = ResultArchive(scratch.path)
    let start = Date(timeIntervalSince1970: 1_700_000_000)
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/notes", withIntermediateDirectories: true)
    for day in [0.0, 1, 50] {
      let now = start + day * 86_400
      try FileManager.default.createDirectory(
        atPath: archive.newFolder(at: now), withIntermediateDirectories: true)
      try archive.keep(code: 2, count: 10, days: 30, now: now)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
    #expect(names.map { $0.prefix(8) } == ["20240103", "notes"])
  }
}
