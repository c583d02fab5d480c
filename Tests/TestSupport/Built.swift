import Foundation

/// Where this checkout and its built programs lie.
public enum Built {
  /// The folder of Package.swift.
  public static let root: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.path
  }()

  public static let rules = root + "/rules"

  /// The folder of the programs that were built with the running tests.
  public static let programs: String = {
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let arguments = CommandLine.arguments.first { $0.contains(".xctest") }
    if let arguments { folder = URL(fileURLWithPath: arguments) }
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: folder.path + "/airseal-parse") { return folder.path }
    }
    return root + "/.build/debug"
  }()

  public static let airseal = programs + "/airseal"
  public static let worker = programs + "/airseal-parse"
}
