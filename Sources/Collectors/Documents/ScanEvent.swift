import Facts
import LinuxHost
import ParseWire

/// What a scanning thread hands to the thread that talks to the workers and writes facts.
enum ScanEvent: Sendable {
  /// A file that a worker must read.
  case job(DocumentJob)
  /// An unchanged file whose earlier result has a row.
  case cached(path: String, info: FileInfo, place: DocumentPlace, CachedReply)
  /// A file or folder whose name may bear a marking; `info` is nil for folders.
  case name(path: String, info: FileInfo?, OpenFile?)
  /// A FIFO, socket or device with a document's name.
  case special(path: String, info: FileInfo)
  case gap(FileError)
  case batch(ScanBatch)
  /// The thread is done, or failed.
  case finished((any Error)?)
}

/// Files that left no row.
struct ScanBatch: Sendable {
  var tally = Tally()
  var files = 0
  /// Files of people's user numbers in places where users write.
  var owners: [UInt32: OwnerCount] = [:]
  /// By the path of their folder.
  var pictures: [[UInt8]: PictureCount] = [:]
  /// Files that were read now.
  var fresh: [CacheEntry] = []
  /// Places in the cache of files that were not read again.
  var seen: [UInt32] = []
}
