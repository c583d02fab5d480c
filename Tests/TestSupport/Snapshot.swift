import Foundation
import Testing

/// Compares a text with the file `Tests/Snapshots/<test target>/<name>`.
///
/// A missing snapshot is recorded and fails; with `RECORD_SNAPSHOTS` in the environment it is recorded again.
public func assertSnapshot(
  _ text: String, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var target = URL(fileURLWithPath: filePath).deletingLastPathComponent()
  while target.deletingLastPathComponent().lastPathComponent != "Tests", target.path != "/" {
    target.deleteLastPathComponent()
  }
  let file = target.deletingLastPathComponent().appendingPathComponent("Snapshots")
    .appendingPathComponent(target.lastPathComponent).appendingPathComponent(name)
  let isKnown = FileManager.default.fileExists(atPath: file.path)
  if !isKnown || ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    if !isKnown { Issue.record("recorded the snapshot \(name); read it", sourceLocation: sourceLocation) }
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  guard text != expected else { return }
  let (old, new) = (expected.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
  let same = zip(old, new).prefix { $0 == $1 }
  let line = same.count
  Issue.record(
    """
    the text differs from the snapshot \(name) at line \(line + 1)
    - \(line < old.count ? old[line] : "(end)")
    + \(line < new.count ? new[line] : "(end)")
    """, sourceLocation: sourceLocation)
}
