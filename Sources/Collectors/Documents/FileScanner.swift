import Facts
import LinuxHost
import ParseWire

/// One thread's share of the scan: looks at files as the walk meets them, and settles what needs no worker.
final class FileScanner {
  private static let batchSize = 4096
  /// User numbers of people, by login.defs(5).
  private static let people: ClosedRange<UInt32> = 1000...60_000

  private let context: ScanContext
  private let channel: EventChannel
  private let offer: (@escaping @Sendable () -> Void) -> Void
  private let bytes = FileBytes()
  private var promises = NamePromises()
  private var batch = ScanBatch()

  /// `offer` takes work in which another thread may take part.
  init(
    _ context: ScanContext, _ channel: EventChannel, offer: @escaping (@escaping @Sendable () -> Void) -> Void
  ) {
    self.context = context
    self.channel = channel
    self.offer = offer
  }

  func visit(_ event: FileWalk.Event) throws {
    switch event {
    case .file(let file): try visit(file)
    case .folder(let path):
      if context.names.matches(Self.name(of: path)) {
        try channel.send(.name(path: path, info: nil, nil))
      }
    case .special(let path, let info): try visitSpecial(path, info)
    case .failure(let error): try channel.send(.gap(error))
    }
    if batch.files >= Self.batchSize { try handOver() }
  }

  /// Hands over what was counted so far.
  func handOver() throws {
    try channel.send(.batch(batch))
    batch = ScanBatch()
  }

  /// FIFOs, sockets and devices hold no text; one that bears a document's name is still a row.
  private func visitSpecial(_ path: String, _ info: FileInfo) throws {
    batch.files += 1
    let name = Self.name(of: path)
    if context.names.matches(name) { try channel.send(.name(path: path, info: info, nil)) }
    guard TypeSniff.promised(by: name) != nil else { return }
    try channel.send(.special(path: path, info: info))
  }

  private func visit(_ file: WalkedFile) throws {
    batch.files += 1
    do {
      let mayBeNamed = context.names.matches(file.name)
      let promise = promises.promise(of: file.name)
      if file.info.size == 0 {
        batch.tally.add(TallyClass(.empty, .empty), size: 0)
        if mayBeNamed { try channel.send(.name(path: file.path, info: file.info, nil)) }
        return
      }
      let place = context.place(of: file.folderPath)
      if place == .user, Self.people.contains(file.info.uid) {
        batch.owners[file.info.uid, default: OwnerCount()].add(
          OwnerCount(files: 1, newest: file.info.modifiedAt, folder: file.folderPath))
      }
      let key = key(file, promise, place)
      if let key, let found = context.known?.find(key) {
        if mayBeNamed { try channel.send(.name(path: file.path, info: file.info, try file.open())) }
        return try reuse(found.index, found.result, file)
      }
      let open = try file.open()
      if mayBeNamed { try channel.send(.name(path: open.path, info: file.info, open)) }
      try examine(file, open, promise, place, key)
    } catch let error as FileError {
      if !error.isAbsent { try channel.send(.gap(error)) }
    }
  }

  private func key(
    _ file: WalkedFile, _ promise: NamePromises.Promise?, _ place: DocumentPlace
  ) -> UInt64? {
    guard file.keepsChangeTime, let keys = context.keys else { return nil }
    return keys.key(
      of: file.info, promise: promise?.code ?? 0, place: place,
      packages: place == .system ? context.packages.stamp : 0)
  }

  private func reuse(_ index: UInt32, _ result: CachedResult, _ file: WalkedFile) throws {
    batch.seen.append(index)
    switch result {
    case .counted(let kind):
      batch.tally.add(kind, size: file.info.size, isCached: true)
      if kind.type == .image { batch.pictures[file.folderPath, default: PictureCount()].add(file.info) }
    case .reply(let reply):
      try channel.send(
        .cached(
          path: file.path, info: file.info, place: context.place(of: file.folderPath), reply))
    }
  }

  private func examine(
    _ file: WalkedFile, _ open: OpenFile, _ promise: NamePromises.Promise?, _ place: DocumentPlace,
    _ key: UInt64?
  ) throws {
    let isSmall = file.info.size <= FileBytes.smallSize
    let head = try bytes.head(of: open, isSmall ? FileBytes.smallSize : TypeSniff.length)
    let type = TypeSniff.type(UnsafeRawBufferPointer(rebasing: head.prefix(TypeSniff.length)))
    let isContradicted = promise.map { !$0.types.contains(type) } ?? false
    var job = DocumentJob(
      path: open.path, info: file.info, file: open,
      item: ParseRequest.Item(type: type, isContradicted: isContradicted), place: place, key: key)
    if !isContradicted {
      switch type {
      case .text:
        if try !mayBeMarked(open, file.info.size) { return count(.read, job) }
      case .other, .unknown:
        guard try PagePicture.mayShowPage(open, head: head, place: place) else {
          if type == .other { return count(.notDocument, job) }
          let start = UnsafeRawBufferPointer(rebasing: head.prefix(TypeSniff.length))
          if try MagicGate.isOpen(for: start) || bytes.isDisc(open) { break }
          return count(.unknownType, job)
        }
        job.item.type = .image
        batch.pictures[file.folderPath, default: PictureCount()].add(file.info)
        return count(.imageOnly, job)
      case .empty: return count(.empty, job)
      default: break
      }
    }
    if SystemPlaces.holdsPackages(open.path), try context.packages.contains(open.path, open) {
      return count(.packaged, job)
    }
    try channel.send(.job(job))
  }

  /// Whether a marking can be in a text whose head was just read.
  private func mayBeMarked(_ file: OpenFile, _ size: UInt64) throws(FileError) -> Bool {
    let filter = context.bodies.value
    if size < SharedSearch.threshold {
      return try bytes.firstPiece(of: file, overlap: filter.longest, isHeadRead: true) { filter.matches($0) }
    }
    let search = SharedSearch(file, size: size, filter)
    offer { search.help() }
    return try search.finish()
  }

  private func count(_ outcome: DocumentOutcome, _ job: DocumentJob) {
    let kind = TallyClass(outcome, job.item.type)
    batch.tally.add(kind, size: job.info.size)
    if let key = job.key { batch.fresh.append(CacheEntry(key: key, result: .counted(kind))) }
  }

  /// The last part of a path.
  private static func name(of path: String) -> String {
    String(
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...])
  }
}
