import Facts
import Foundation
import TestSupport
import Testing

@testable import LinuxHost

@Suite struct LogFileTests {
  private func lines(_ tree: TemporaryTree, _ path: String) throws -> [String] {
    let files = try tree.host().files
    var found: [String] = []
    try LogFile(path: path, info: files.info(path)).forEachLine(in: files) {
      found.append(String(decoding: $0, as: UTF8.self))
    }
    return found
  }

  /// "one\ntwo\n" as gzip, xz and zstd write it.
  static let compressed: [String: String] = [
    "gz": "H4sIAAAAAAAAA8vPS+UqKc/nAgDmC7oSCAAAAA==",
    "xz": "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAHb25lCnR3bwoAUauer1d1cEkAASAIuxnZux+2830BAAAAAARZWg==",
    "zst": "KLUv/SAIQQAAb25lCnR3bwo=",
  ]

  @Test(arguments: ["gz", "xz", "zst"]) func readsCompressedLogs(_ kind: String) throws {
    let bytes = Array(try #require(Data(base64Encoded: Self.compressed[kind] ?? "")))
    let tree = try TemporaryTree().file("log", bytes: bytes).file("twice", bytes: bytes + bytes)
    #expect(try lines(tree, "log") == ["one", "two"])
    #expect(try lines(tree, "twice") == ["one", "two", "one", "two"])
    try tree.file("cut", bytes: Array(bytes.dropLast(6)))
    #expect(throws: FileError(path: "cut", reason: .damaged)) { try lines(tree, "cut") }
  }

  @Test func readsLongLinesAndALineWithoutEnd() throws {
    let long = String(repeating: "x", count: 300_000)
    let tree = try TemporaryTree().file("log", "a\n\(long)\nb")
    let found = try lines(tree, "log")
    #expect(found.map(\.utf8.count) == [1, LogFile.lineLimit, 1])
  }

  @Test func bzip2IsNotReadInSilence() throws {
    let tree = try TemporaryTree().file("log", "BZh91AY&SY")
    #expect(throws: FileError(path: "log", reason: .unsupported)) { try lines(tree, "log") }
  }

  @Test func holesAndZeroBytesAreDamage() throws {
    let tree = try TemporaryTree().sparse("hole", size: 10 << 30).file("zeros", "a\n\0\0\0b\n")
    let start = ContinuousClock.now
    #expect(throws: FileError(path: "hole", reason: .damaged)) { try lines(tree, "hole") }
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(throws: FileError(path: "zeros", reason: .damaged)) { try lines(tree, "zeros") }
  }

  @Test func linksInACircleAreNamed() throws {
    let tree = try TemporaryTree().link("a", to: "b").link("b", to: "a").fifo("syslog")
    let files = try tree.host().files
    var failures: [FileError] = []
    for name in ["a", "syslog"] {
      let found = try LogFile.generations(of: name, in: "", files: files, names: [name]) {
        failures.append($0)
      }
      #expect(found.isEmpty)
    }
    #expect(failures.map(\.reason) == [.linkLoop, .notRegularFile])
  }

  @Test(arguments: [
    ("syslog", true), ("syslog.1", true), ("syslog.12.gz", true), ("syslog-20260101.xz", true),
    ("syslog-20260101", true), ("syslog.old", true), ("syslogd", false), ("syslog.d", false),
    ("syslog.1.tmp", false),
  ])
  func knowsTheNamesOfLogrotate(_ name: String, _ isGeneration: Bool) {
    #expect(LogFile.isGeneration(name, of: "syslog") == isGeneration)
  }
}
