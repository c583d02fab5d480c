import Yaml

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
    let root: YamlNode
    do {
      root = try YamlNode(yaml: yaml)
    } catch {
      throw RecordingError(path: path, line: error.line, problem: error.problem)
    }
    guard let members = root.members else {
      throw RecordingError(path: path, problem: "expected keys collected_at and utc_offset")
    }
    var values: [String: (value: Int64, line: Int)] = [:]
    for member in members {
      let name = member.key.scalar ?? ""
      guard ["collected_at", "utc_offset", "read_as"].contains(name) else {
        throw RecordingError(path: path, line: member.key.line, problem: "unknown key \(name)")
      }
      guard let number = member.value.scalar.flatMap({ Int64($0) }) else {
        throw RecordingError(path: path, line: member.value.line, problem: "\(name) is not a whole number")
      }
      values[name] = (number, member.value.line)
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
}
