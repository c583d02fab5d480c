import Facts
import LinuxHost
import Markings
import ParseWire

/// Turns answers into rows and counts; what a package or airseal itself brought unchanged accuses nobody.
final class DocumentFacts {
  private let ruleIDs: [String]
  private let sink: any FactSink
  private let packages: PackageDigests
  private let ownRules: OwnRules?
  private let cache: ScanCache?
  private var tally = Tally()
  private var pictures: [[UInt8]: PictureCount] = [:]
  private var owners: [UInt32: OwnerCount] = [:]

  init(
    _ ruleIDs: [String], _ packages: PackageDigests, _ ownRules: OwnRules?, _ cache: ScanCache?,
    _ sink: any FactSink
  ) {
    self.ruleIDs = ruleIDs
    self.packages = packages
    self.ownRules = ownRules
    self.cache = cache
    self.sink = sink
  }

  /// Markings in the name of a file or folder; `file` is nil for folders and empty files.
  func add(name path: String, info: FileInfo?, _ hits: [Hit], _ file: OpenFile?) throws {
    if let file, SystemPlaces.holdsPackages(path), try packages.contains(path, file) { return }
    let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    if let info, let draft = DraftFile(name: String(path[path.utf8.index(after: cut)...])) {
      return try add(draft, in: path, beside: String(path[...cut]), info, hits)
    }
    let digest = try file.map { try FileDigest.sha256($0) } ?? ""
    for hit in hits { try add(hit, path, info, digest) }
  }

  private func add(
    _ draft: DraftFile, in path: String, beside folder: String, _ info: FileInfo, _ hits: [Hit]
  ) throws {
    for hit in hits {
      guard let level = TraceLevel(rawValue: hit.level.rawValue),
        let confidence = TraceConfidence(rawValue: hit.confidence.rawValue)
      else { throw CollectionFailure(.error, .internalError, detail: hit.rule) }
      try sink.add(
        DocumentTrace(
          source: DocumentCollector.name, trace: draft.trace, path: path, document: folder + draft.document,
          level: level, confidence: confidence, firstSeen: info.firstTime, lastSeen: info.modifiedAt))
    }
  }

  /// A FIFO, socket or device with a document's name.
  func add(special path: String, _ info: FileInfo) throws {
    let kind = TallyClass(.unreadable, .other)
    tally.add(kind, size: info.size)
    try sink.add(
      DocumentScan(
        path: path, type: FileType.other.rawValue, size: Int64(clamping: info.size),
        modifiedAt: info.modifiedAt, firstTime: info.firstTime, status: .unreadable, reason: .notRegularFile,
        place: .user))
  }

  func add(_ batch: ScanBatch) throws {
    tally.add(batch.tally)
    for (folder, count) in batch.pictures { pictures[folder, default: PictureCount()].add(count) }
    for (owner, count) in batch.owners { owners[owner, default: OwnerCount()].add(count) }
    try cache?.add(batch)
  }

  /// The answer to a job.
  func add(_ job: DocumentJob, _ answer: DocumentAnswer) throws {
    switch answer {
    case .reply(let reply): try add(job, reply)
    case .crashed:
      try add(job, lost: .crashed)
      try sink.skipped(job.path, .crashed)
    case .timedOut: try add(job, lost: .timedOut)
    }
  }

  /// An earlier answer on a file that has not changed since.
  func add(cached: CachedReply, path: String, info: FileInfo, place: DocumentPlace) throws {
    try add(cached.reply, cached.sha256, path, info, place, isCached: true)
  }

  /// Keeps what was found so far for the next scan.
  func flush() throws { try cache?.flush() }

  /// Writes the counts; call at the end. `accounts` are the user numbers that the machine knows; nil where it cannot be told.
  func finish(accounts: Set<UInt32>?) throws {
    for (owner, count) in owners.sorted(by: { $0.key < $1.key }) where accounts?.contains(owner) == false {
      let path = count.folder.isEmpty ? "/" : String(decoding: count.folder, as: UTF8.self)
      try sink.add(
        ForeignData(
          data: .orphanFiles, path: path, person: String(owner), files: count.files, lastTime: count.newest))
    }
    for row in tally.rows { try sink.add(row) }
    for (folder, count) in pictures.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let path = folder.isEmpty ? "/" : String(decoding: folder, as: UTF8.self)
      try sink.add(
        PictureFolder(
          path: path, pictures: count.pictures, newest: count.newest, firstTime: count.firstTime))
    }
    for failure in packages.takeFailures() {
      try sink.skipped(failure.path, failure.reason, detail: failure.detail)
    }
    try cache?.finish()
  }

  /// A file that cost its worker the life.
  private func add(_ job: DocumentJob, lost reason: Reason) throws {
    tally.add(TallyClass(.unreadable, job.item.type), size: job.info.size)
    try write(job.path, job.info, job.item.type, .unreadable, reason, job.place)
  }

  private func add(_ job: DocumentJob, _ answer: ParseReply) throws {
    var reply = answer
    if reply.outcome == .notDocument {
      guard job.item.isContradicted else {
        return try count(job, reply.type == .unknown ? .unknownType : .notDocument, reply.type)
      }
      (reply.outcome, reply.cause) = (.unreadable, .unknownType)
    }
    if reply.outcome == .read, reply.hits.isEmpty { return try count(job, .read, reply.type) }
    let digest = reply.hits.isEmpty ? "" : try FileDigest.sha256(job.file)
    if ownRules?.contains(digest) == true { return try count(job, .read, reply.type) }
    try add(reply, digest, job.path, job.info, job.place, isCached: false)
    if let key = job.key, reply.cause != .readFailed {
      try cache?.add(CacheEntry(key: key, result: .reply(CachedReply(reply: reply, sha256: digest))))
    }
  }

  private func count(_ job: DocumentJob, _ outcome: DocumentOutcome, _ type: FileType) throws {
    let kind = TallyClass(outcome, type)
    tally.add(kind, size: job.info.size)
    if let key = job.key { try cache?.add(CacheEntry(key: key, result: .counted(kind))) }
  }

  private func add(
    _ reply: ParseReply, _ digest: String, _ path: String, _ info: FileInfo, _ place: DocumentPlace,
    isCached: Bool
  ) throws {
    let (status, outcome): (DocumentStatus, DocumentOutcome) =
      switch reply.outcome {
      case .read, .notDocument: (.read, .read)
      case .unreadable: (.unreadable, .unreadable)
      case .imageOnly: (.imageOnly, .imageOnly)
      }
    tally.add(TallyClass(outcome, reply.type), size: info.size, isCached: isCached)
    try write(path, info, reply.type, status, Self.reason(reply.cause), place)
    for (item, formality) in Self.formalities where reply.missing.contains(item) {
      try sink.add(MissingFormality(path: path, formality: formality))
    }
    for hit in reply.hits {
      let found = Hit(
        level: hit.level, rule: ruleIDs[hit.rule], confidence: hit.confidence, part: hit.part,
        page: hit.page == 0 ? nil : Int(hit.page), line: hit.line == 0 ? nil : Int(hit.line),
        isPlaced: hit.isPlaced)
      try add(found, path, info, digest, member: hit.member == 0 ? nil : Int64(hit.member))
    }
  }

  private func write(
    _ path: String, _ info: FileInfo, _ type: FileType, _ status: DocumentStatus, _ reason: Reason,
    _ place: DocumentPlace
  ) throws {
    try sink.add(
      DocumentScan(
        path: path, type: type.rawValue, size: Int64(clamping: info.size), modifiedAt: info.modifiedAt,
        firstTime: info.firstTime, status: status, reason: reason, place: place))
  }

  private func add(
    _ hit: Hit, _ path: String, _ info: FileInfo?, _ digest: String, member: Int64? = nil
  ) throws {
    guard let level = MarkingLevel(rawValue: hit.level.rawValue),
      let confidence = Confidence(rawValue: hit.confidence.rawValue),
      let part = MarkingPart(rawValue: hit.part.rawValue)
    else { throw CollectionFailure(.error, .internalError, detail: hit.rule) }
    try sink.add(
      Marking(
        path: path, sha256: digest, level: level, rule: hit.rule, confidence: confidence,
        part: part, member: member, page: hit.page.map(Int64.init), line: hit.line.map(Int64.init),
        placed: hit.isPlaced.map { $0 ? 1 : 0 },
        modifiedAt: info?.modifiedAt ?? 0, firstTime: info?.firstTime))
  }

  private static let formalities: [(ReleaseFormalities, Formality)] = [
    (.recipients, .recipients), (.copies, .copies), (.drafter, .drafter), (.copying, .copying),
  ]

  private static func reason(_ cause: ParseReply.Cause) -> Reason {
    switch cause {
    case .none: .none
    case .damaged: .damaged
    case .unsupported: .unsupported
    case .encrypted: .encrypted
    case .tooLarge: .tooLarge
    case .readFailed: .readFailed
    case .partlyRead: .partlyRead
    case .unknownType: .unknownType
    case .tooDeep: .tooDeep
    }
  }
}
