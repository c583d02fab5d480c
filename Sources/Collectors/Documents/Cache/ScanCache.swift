import Crypto
import Facts
import Glibc
import LinuxHost

/// What earlier scans found in files that have not changed since, in a file of the state folder.
///
/// The file holds keyed digests, classes, and marking rules' numbers: neither names nor text. What does not bear this
/// machine's authentication code is not used, so that an altered file costs time and never hides a document. It grows by
/// whole segments while a scan runs; a scan that was cut off goes on where the last segment ended.
final class ScanCache {
  private static let magic = Array("airseal documents 1\n".utf8)
  /// Files after which what was found is written out.
  private static let checkpoint = 10_000
  private static let interval = Duration.seconds(2)

  let table: CacheTable
  let keys: CacheKeys
  private let folder: CacheFolder
  private let secret: SymmetricKey
  private let generation: [UInt8]
  private var descriptor: Int32
  private var code: [UInt8]
  private var segments = 0
  private var pending: [CacheEntry] = []
  private var fresh: [CacheEntry] = []
  private var seen: [Bool]
  private var written = ContinuousClock.now

  /// Opens the cache for one scan; results of another `generation` are forgotten.
  ///
  /// Throws `FileError` where the folder is not private or another scan uses it.
  init(folder path: String, generation: [UInt8], rules: Int, started: Int64) throws(FileError) {
    folder = try CacheFolder(path)
    let bytes = try folder.secret()
    keys = CacheKeys(secret: bytes, started: started)
    secret = SymmetricKey(data: bytes)
    self.generation = generation
    let place = "\(path)/\(CacheFolder.fileName)"
    descriptor = openat(
      folder.descriptor, CacheFolder.fileName, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(path: place, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw FileError(path: place, code: errno) }
    let head = Self.magic + generation
    var loaded = CacheSegment()
    var end = 0
    code = head
    let content = CacheFolder.isPrivate(descriptor, mask: 0o077) ? try Self.content(descriptor, place) : []
    if content.starts(with: head) {
      end = head.count
      while let next = loaded.add(content[end...], secret: secret, previous: &code, rules: rules) {
        end = next
        segments += 1
      }
    }
    table = CacheTable(loaded)
    seen = [Bool](repeating: false, count: table.count)
    guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, off_t(end)) == 0 else {
      throw FileError(path: place, code: errno)
    }
    if end == 0 { try write(head) }
  }

  deinit {
    close(descriptor)
    close(folder.descriptor)
  }

  func add(_ batch: ScanBatch) throws(FileError) {
    for index in batch.seen { seen[Int(index)] = true }
    pending += batch.fresh
    try flushInTime()
  }

  func add(_ entry: CacheEntry) throws(FileError) {
    pending.append(entry)
    try flushInTime()
  }

  private func flushInTime() throws(FileError) {
    if pending.count >= Self.checkpoint || written.duration(to: .now) > Self.interval { try flush() }
  }

  func see(_ index: UInt32) { seen[Int(index)] = true }

  /// Writes what was found since the last call, so that a scan that is cut off now need not read it again.
  func flush() throws(FileError) {
    written = .now
    guard !pending.isEmpty else { return }
    let (bytes, next) = CacheSegment.encode(pending, secret: secret, previous: code)
    try write(bytes)
    fdatasync(descriptor)
    code = next
    segments += 1
    fresh += pending
    pending = []
  }

  /// Ends a scan that saw every file: what it did not see is forgotten.
  func finish() throws(FileError) {
    let kept = seen.count { $0 }
    guard !pending.isEmpty || segments > 1 || kept * 4 < table.count * 3 else { return }
    var entries = fresh + pending
    for index in seen.indices where seen[index] {
      if let entry = table.entry(index) { entries.append(entry) }
    }
    entries.sort { $0.key < $1.key }
    let name = CacheFolder.fileName + ".new"
    let place = "\(folder.path)/\(name)"
    unlinkat(folder.descriptor, name, 0)
    let made = openat(folder.descriptor, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard made >= 0 else { throw FileError(path: place, code: errno) }
    close(descriptor)
    descriptor = made
    code = Self.magic + generation
    try write(code)
    try write(CacheSegment.encode(entries, secret: secret, previous: code).bytes)
    guard fsync(descriptor) == 0,
      renameat(folder.descriptor, name, folder.descriptor, CacheFolder.fileName) == 0
    else { throw FileError(path: place, code: errno) }
    pending = []
  }

  private func write(_ bytes: [UInt8]) throws(FileError) {
    guard lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw FileError(path: folder.path, code: errno)
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError(path: folder.path, code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  private static func content(_ descriptor: Int32, _ place: String) throws(FileError) -> [UInt8] {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw FileError(path: place, code: errno) }
    var filled = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(info.st_size)) { buffer, count in
      while filled < buffer.count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, off_t(filled))
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        filled += got
      }
      count = filled
    }
    return bytes
  }
}
