import Glibc
import Yaml

/// What programs of a recorded machine answered, as `commands.yaml` of the recording holds it.
struct RecordedCommands: Sendable {
  private struct Entry: Decodable {
    let command: String
    /// Exit status; nil for a program that did not end in its time.
    let status: Int32?
    let output: String?
  }

  private let entries: [String: Entry]

  /// Decodes the file: a list of `command` (path and arguments), `status` and `output`.
  init(yaml: String, path: String) throws(RecordingError) {
    do {
      let list = try StrictDecoder.decode([Entry].self, from: yaml)
      entries = Dictionary(list.map { ($0.command, $0) }) { $1 }
    } catch {
      throw RecordingError(path: path, problem: "not a list of commands: \(error)")
    }
  }

  /// The recorded answer; nil if the call was not recorded. Throws `ProcessError` for one that hung.
  func answer(to call: ProgramCall) throws(ProcessError) -> BoundedProcess.Result? {
    guard let entry = entries[call.line] else { return nil }
    guard let status = entry.status else { throw ProcessError(path: call.path, code: ETIMEDOUT) }
    return BoundedProcess.Result(status: status, output: entry.output ?? "")
  }
}
