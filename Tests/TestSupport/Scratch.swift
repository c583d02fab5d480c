import Foundation

/// A folder for one test, removed with the object.
public final class Scratch {
  public let path: String

  public init() throws {
    path = NSTemporaryDirectory() + "airseal-scratch-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      FileHandle.standardError.write(Data("\(path): \(error)\n".utf8))
    }
  }
}
