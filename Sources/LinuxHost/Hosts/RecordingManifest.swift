import Yams

/// What `recording.yaml` says of a recording.
struct RecordingManifest: Equatable {
  /// When the machine was recorded, Unix seconds.
  var collectedAt: Int64
  /// Seconds east of UTC of its local time.
  var utcOffset: Int64
  /// The user whose rights limit the reading; all may be read without one.
  var readAs: UInt32?

  /// Decodes the file; an unknown, missing or ill-typed key is an error with its line.
  init(yaml: String, path: String) throws(RecordingError) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw RecordingError(path: path, line: Self.line(of: error), problem: "not YAML")
    }
    guard let mapping = root?.mapping else {
      throw RecordingError(path: path, problem: "expected keys collected_at and utc_offset")
    }
    var values: [String: (value: Int64, line: Int?)] = [:]
    for (key, node) in mapping {
      let name = key.string ?? ""
      guard ["collected_at", "utc_offset", "read_as"].contains(name) else {
        throw RecordingError(path: path, line: key.mark?.line, problem: "unknown key \(name)")
      }
      guard let number = node.int else {
        throw RecordingError(path: path, line: node.mark?.line, problem: "\(name) is not a whole number")
      }
      values[name] = (Int64(number), node.mark?.line)
    }
    guard let collected = values["collected_at"]?.value, let offset = values["utc_offset"] else {
      throw RecordingError(path: path, problem: "collected_at and utc_offset are required")
    }
    guard abs(offset.value) <= 18 * 3600 else {
      throw RecordingError(path: path, line: offset.line, problem: "utc_offset is not within 18 hours")
    }
    collectedAt = collected
    utcOffset = offset.value
    guard let reader = values["read_as"] else { return }
    guard let uid = UInt32(exactly: reader.value) else {
      throw RecordingError(path: path, line: reader.line, problem: "read_as is not a user id")
    }
    readAs = uid
  }

  private static func line(of error: any Error) -> Int? {
    guard case .scanner(_, _, let mark, _) = error as? YamlError else { return nil }
    return mark.line
  }
}
