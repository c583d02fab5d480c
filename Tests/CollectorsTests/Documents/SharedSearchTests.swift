import Dispatch
import Facts
import Foundation
import LinuxHost
import Markings
import TestSupport
import Testing

@testable import Collectors

/// One large file, searched by several threads.
struct SharedSearchTests {
  private static let size = 17 << 20

  private func find(_ mark: String, at offset: Int, claimed: Int = size) throws -> Bool {
    var bytes = [UInt8](repeating: 0x61, count: Self.size)
    bytes.replaceSubrange(offset..<(offset + mark.utf8.count), with: mark.utf8)
    let tree = try TemporaryTree().file("large", bytes: bytes)
    let file = try tree.host().files.open("/large")
    let filter = try MarkingRules(folder: "\(Built.rules)/markings", isLazy: true).prefilter(.body)
    let search = SharedSearch(file, size: UInt64(claimed), filter)
    let helper = DispatchGroup()
    DispatchQueue.global().async(group: helper) { search.help() }
    let found = try search.finish()
    helper.wait()
    return found
  }

  @Test(arguments: [0, (8 << 20) - 3, 16 << 20, (17 << 20) - 5]) func findsAtEveryPlace(_ offset: Int) throws
  {
    #expect(try find("Mật", at: offset))
  }

  @Test func findsNothingWhereNothingIs() throws { #expect(try !find("mặt", at: 100)) }

  @Test func readsWhatWasAddedMeanwhile() throws {
    #expect(try find("Mật", at: (17 << 20) - 5, claimed: 9 << 20))
  }
}
