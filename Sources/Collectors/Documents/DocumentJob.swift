import Facts
import LinuxHost
import ParseWire

/// A file on its way to a worker; it stays open until the answer is there.
struct DocumentJob: Sendable {
  let path: String
  let info: FileInfo
  let file: OpenFile
  var item: ParseRequest.Item
  let place: DocumentPlace
  /// Under which its result is kept for the next scan; nil where it is not.
  var key: UInt64?

  /// Whether the file goes alone: containers, and what takes long.
  var isSingle: Bool {
    switch item.type {
    case .zip, .pdf, .ole, .mail, .archive, .compressed, .rtf: true
    default: info.size > 1 << 20
    }
  }
}

/// How a job ended.
enum DocumentAnswer: Sendable {
  case reply(ParseReply)
  /// The worker died while it read the file.
  case crashed
  case timedOut
}
