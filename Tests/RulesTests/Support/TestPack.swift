import Facts
import Foundation
import Rules

/// The pack of this repository.
enum TestPack {
  static let folder: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.appendingPathComponent("rules").path
  }()

  private static let loaded = Result { try RulePack(folder: folder) }

  static func pack() throws -> RulePack { try loaded.get() }

  static func profile(_ id: String) throws -> Profile {
    guard let profile = try pack().profile(id) else { throw TestFailure("no profile \(id)") }
    return profile
  }
}

struct TestFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
