import Foundation

/// The files that airseal's own scans write; they are results, not evidence.
enum OwnFiles {
  static let names = [
    "facts.sqlite", "facts.sqlite.partial", "facts.sqlite.sha256", "report.html", "report.json",
  ]

  /// Real paths of the result files in the given folders and in the folders directly below them.
  static func paths(in folders: [String]) -> [String] {
    let manager = FileManager.default
    return folders.map { URL(filePath: $0).resolvingSymlinksInPath().path }.flatMap { folder in
      let children = (manager.subpathsOneLevel(folder) ?? []).map { folder + "/" + $0 }
      return ([folder] + children).flatMap { place in names.map { place + "/" + $0 } }
    }
  }
}

extension FileManager {
  /// The names in a folder; nil where it cannot be listed.
  fileprivate func subpathsOneLevel(_ folder: String) -> [String]? {
    do {
      return try contentsOfDirectory(atPath: folder)
    } catch {
      return nil
    }
  }
}
