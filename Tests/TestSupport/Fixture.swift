import Foundation

/// Files that tests share, in Tests/Fixtures.
public enum Fixture {
  public static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures").path

  public static func path(_ name: String) -> String { "\(folder)/\(name)" }

  public static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
