import Facts
import Foundation
import TestSupport
import Testing

@testable import Collectors

@Suite struct DownloadOriginCollectorTests {
  /// Whether the test folder's file system keeps attributes of users.
  private static let keepsAttributes: Bool = {
    let path = NSTemporaryDirectory() + "airseal-attribute-\(UUID().uuidString)"
    defer { unlink(path) }
    return FileManager.default.createFile(atPath: path, contents: nil) && mark(path, "x")
  }()

  private static func mark(_ path: String, _ text: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      "-c", "import os, sys; os.setxattr(sys.argv[1], 'user.xdg.origin.url', sys.argv[2].encode())", path,
      text,
    ]
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return false
    }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private func rows(_ origin: String?) throws -> [NetworkContact] {
    let tree = try BrowserTree.make().file("home/an/Downloads/a.pdf", "x", at: 1_779_246_600)
    if let origin {
      let isMarked = Self.mark(tree.real("home/an/Downloads/a.pdf"), origin)
      #expect(isMarked)
    }
    let result = try DownloadOriginCollector.run(on: tree)
    #expect(result.status == .complete)
    return result.rows()
  }

  @Test(.enabled(if: keepsAttributes)) func aFileThatWasFetched() throws {
    let rows = try rows("https://www.example.org/a.pdf")
    #expect(rows.map(\.peer) == ["www.example.org"])
    #expect(rows.map(\.account) == ["an"])
    #expect(rows.map(\.grade) == [.a])
    #expect(rows.map(\.lastSeen) == [1_779_246_600])
  }

  @Test(.enabled(if: keepsAttributes)) func aFileOfThisMachine() throws {
    #expect(try rows("file:///media/an/USB/a.pdf").isEmpty)
  }

  @Test func aFileWithoutAttributes() throws {
    #expect(try rows(nil).isEmpty)
  }

  @Test func aClosedFolderIsAGap() throws {
    let tree = try BrowserTree.make().file("home/an/Downloads/a.pdf", "x")
    try tree.folder("home/an/Downloads", mode: 0o700, owner: 0)
    tree.readAs = 65_534
    #expect(try DownloadOriginCollector.run(on: tree).status == .incomplete)
  }
}
