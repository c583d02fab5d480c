import LinuxHost
import ParseWire

/// A file on its way to a worker; it stays open until the answer is there.
struct DocumentJob {
  let path: String
  let info: FileInfo
  let file: OpenFile
  let item: ParseRequest.Item

  /// Whether the file goes alone: containers, and what takes long.
  var isSingle: Bool {
    switch item.type {
    case .zip, .pdf, .ole, .mail, .archive, .compressed: true
    default: info.size > 1 << 20
    }
  }
}

/// How a job ended.
enum DocumentAnswer {
  case reply(ParseReply)
  /// The worker died while it read the file.
  case crashed
  case timedOut
}
