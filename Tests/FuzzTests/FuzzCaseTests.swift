import Foundation
import TestSupport
import Testing

/// Replays what `make fuzz` once found through the parser that it broke.
struct FuzzCaseTests {
  private static let folder = "\(Built.root)/Tests/FuzzTests/Cases"

  @Test(arguments: FuzzTarget.all.map(\.name))
  func replays(_ name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    let folder = "\(Self.folder)/\(name)"
    guard FileManager.default.fileExists(atPath: folder) else { return }
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      target.run(Array(try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))))
    }
  }

  @Test func keepsNoCaseWithoutTarget() throws {
    guard FileManager.default.fileExists(atPath: Self.folder) else { return }
    let names = Set(FuzzTarget.all.map(\.name))
    #expect(
      try Set(FileManager.default.contentsOfDirectory(atPath: Self.folder)).isSubset(
        of: names.union(["README"])))
  }
}
