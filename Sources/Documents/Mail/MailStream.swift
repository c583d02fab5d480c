import CGMime
import Glibc

/// The bytes of a mail as GMime reads them: large mailboxes from their open file, all others from memory.
final class MailStream {
  /// Files beyond this many bytes are not held in memory.
  static let memoryLimit = 16 << 20

  let stream: UnsafeMutablePointer<GMimeStream>
  private let bytes: [UInt8]

  /// Throws `Unreadable`.
  init(_ file: DocumentFile) throws(Unreadable) {
    let opened: UnsafeMutablePointer<GMimeStream>?
    if let descriptor = file.descriptor, file.size > Self.memoryLimit {
      bytes = []
      let copy = dup(descriptor)
      guard copy >= 0, lseek(copy, 0, SEEK_SET) == 0 else { throw Unreadable(.readFailed) }
      opened = g_mime_stream_fs_new(copy)
    } else {
      bytes = try file.bytes()
      opened = bytes.withUnsafeBytes {
        g_mime_stream_mem_new_with_buffer($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
      }
    }
    guard let opened else { throw Unreadable(.readFailed) }
    stream = opened
  }

  deinit { g_object_unref(stream) }
}
