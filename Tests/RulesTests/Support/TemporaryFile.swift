import Foundation

/// Runs a body with the path of a file that is not there yet, and removes what it left.
func withTemporaryFile<Value>(_ body: (String) throws -> Value) throws -> Value {
  let manager = FileManager.default
  let folder = manager.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try manager.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { do { try manager.removeItem(at: folder) } catch {} }
  return try body(folder.appendingPathComponent("facts.sqlite").path)
}
