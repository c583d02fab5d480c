import Foundation

/// Programs that were built beside the tests.
public enum BuiltProgram {
  /// The path of a program of this package; nil where the build folder cannot be found.
  public static func path(_ name: String) -> String? {
    let starts =
      [CommandLine.arguments.first ?? "", "/proc/self/exe"].map {
        URL(filePath: $0).resolvingSymlinksInPath()
      } + CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
    for start in starts {
      var folder = start.deletingLastPathComponent()
      for _ in 0..<6 {
        let path = folder.appending(path: name).path
        if FileManager.default.isExecutableFile(atPath: path) { return path }
        folder = folder.deletingLastPathComponent()
      }
    }
    return nil
  }
}
