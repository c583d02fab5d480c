import Dispatch
import Facts
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import LinuxHost

@Suite struct JournalReaderTests {
  private let entries: [JournalMaker.Entry] = [
    .init(1_700_000_000, "kernel", "usb 1-2: one"),
    .init(1_700_000_100, "other", "nothing"),
    .init(1_700_000_200, "NetworkManager", "two"),
  ]

  private func read(_ tree: TemporaryTree, matching: [String] = []) throws -> (JournalReader.Span, [String]) {
    var span = JournalReader.Span()
    var messages: [String] = []
    try JournalReader(files: tree.host().files).read("/" + JournalMaker.path, matching: matching, into: &span)
    {
      messages.append("\($0.time) \(try $0.field("MESSAGE") ?? "-") \(try $0.field("ABSENT") ?? "-")")
    }
    return (span, messages)
  }

  @Test func givesTheEntriesThatMatch() throws {
    let tree = try TemporaryTree().journal(entries)
    let (span, messages) = try read(
      tree, matching: ["SYSLOG_IDENTIFIER=kernel", "SYSLOG_IDENTIFIER=NetworkManager"])
    #expect(messages == ["1700000000 usb 1-2: one -", "1700000200 two -"])
    #expect(span.first == 1_700_000_000)
    #expect(span.last == 1_700_000_200)
    #expect(span.entries == 3)
  }

  /// A descriptor that is closed twice is by then often another thread's.
  @Test func closesNoDescriptorOfAnotherThread() throws {
    let tree = try TemporaryTree().journal(entries)
    let host = try tree.host()
    let faults = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      for _ in 0..<200 {
        if thread % 2 == 0 {
          var span = JournalReader.Span()
          do {
            try JournalReader(files: host.files).read("/" + JournalMaker.path, matching: [], into: &span) {
              _ in
            }
          } catch { faults.withLock { $0 += 1 } }
        } else {
          let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
          if file < 0 || close(file) != 0 { faults.withLock { $0 += 1 } }
        }
      }
    }
    #expect(faults.withLock { $0 } == 0)
  }

  @Test func findsJournalsOfThisMachineOnly() throws {
    let id = JournalMaker.machineID
    let tree = try TemporaryTree()
      .file("var/log/journal/\(id)/system.journal").file("var/log/journal/\(id)/user-1000.journal")
      .file("var/log/journal/\(id).app/system@1.journal~").file("var/log/journal/remote/other.journal")
      .file("var/log/journal/\(id)/note.txt")
    let found = try JournalReader(files: tree.host().files).journals(in: "/var/log/journal") { throw $0 }
    #expect(
      found == ["/var/log/journal/\(id)/system.journal", "/var/log/journal/\(id).app/system@1.journal~"])
  }

  /// Every way to break a journal ends as an error, also where sd-journal keeps silent.
  @Test(arguments: ["garbage", "empty", "half", "middle", "zeros", "lost-index"])
  func brokenJournalsAreNoticed(_ fault: String) throws {
    var many: [JournalMaker.Entry] = []
    for index in 0..<2000 { many.append(.init(1_700_000_000 + Int64(index), "kernel", "line \(index)")) }
    var bytes = try JournalMaker.journal(many)
    let used = (bytes.lastIndex { $0 != 0 } ?? 0) + 1
    let middle = try #require(bytes.firstRange(of: Array("MESSAGE=line 1000".utf8))).lowerBound
    func overwrite(_ range: Range<Int>, _ byte: UInt8) { for index in range { bytes[index] = byte } }
    switch fault {
    case "garbage": bytes = Array("not a journal\n".utf8)
    case "empty": bytes = []
    case "half": bytes.removeLast(bytes.count - used / 2)
    case "middle": overwrite(middle..<middle + 40_000, 0xa5)
    case "zeros": overwrite(middle..<middle + 40_000, 0)
    default: overwrite(Self.hashTable(bytes), 0)
    }
    let tree = try TemporaryTree().file(JournalMaker.path, bytes: bytes)
    let error = #expect(throws: FileError.self) {
      _ = try read(tree, matching: ["SYSLOG_IDENTIFIER=kernel"])
    }
    #expect(error?.reason == .damaged)
  }

  /// Offset and size of the table by which data is found.
  private static func hashTable(_ bytes: [UInt8]) -> Range<Int> {
    func number(_ at: Int) -> Int {
      bytes[at..<at + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    return number(104)..<number(104) + number(112)
  }

  @Test func aFifoIsNoJournal() throws {
    let tree = try TemporaryTree().fifo(JournalMaker.path)
    let error = #expect(throws: FileError.self) { _ = try read(tree) }
    #expect(error?.reason == .notRegularFile)
  }
}
