import Facts
import LinuxHost

extension FactSink {
  /// Runs a body; a file that is absent is nothing, one that cannot be read is a gap.
  func reading(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as FileError {
      if !error.isAbsent { try skipped(error.path, error.reason, detail: error.detail) }
    }
  }

  /// The names in a folder; none where it is absent.
  func names(in folder: String, _ files: FileTree) throws -> [String] {
    var names: [String] = []
    try reading { names = try files.list(folder) }
    return names
  }

  /// Writes what a file of a log covers.
  func cover(
    _ source: String, _ path: String, first: Int64?, last: Int64?, entries: Int64, damaged: Int64 = 0
  ) throws {
    try add(
      Coverage(
        source: source, path: path, firstEntry: first, lastEntry: last, entries: entries, damaged: damaged))
  }
}
