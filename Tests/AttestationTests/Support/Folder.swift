import Foundation
import Glibc

/// A folder of its own that goes with the test.
final class Folder: Sendable {
  let root: String

  init() {
    root = NSTemporaryDirectory() + "airseal-" + UUID().uuidString
    mkdir(root, 0o700)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: root) } catch { perror(root) }
  }

  func path(_ name: String) -> String { root + "/" + name }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  func mode(_ name: String) -> mode_t {
    var info = stat()
    stat(path(name), &info)
    return info.st_mode & 0o777
  }
}
