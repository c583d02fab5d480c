import Facts
import LinuxHost
import Markings
import ParseWire

/// Turns answers into rows; what a package brought unchanged is flagged, and its words accuse nobody.
final class DocumentFacts {
  private let ruleIDs: [String]
  private let sink: any FactSink
  private let packages: PackageDigests

  init(_ files: FileTree, _ ruleIDs: [String], _ sink: any FactSink) {
    self.ruleIDs = ruleIDs
    self.sink = sink
    packages = PackageDigests(files)
  }

  /// Markings in the name of a file or folder; `file` is nil for folders and empty files.
  func add(name path: String, info: FileInfo?, _ hits: [Hit], _ file: OpenFile?) throws {
    if let file, try isPackaged(path, file) { return }
    let digest = try file.map { try FileDigest.sha256($0) } ?? ""
    for hit in hits { try add(hit, path, info, digest) }
  }

  /// A file that is not sent to a worker; `file` is nil for what cannot be opened.
  func add(
    _ path: String, _ info: FileInfo, _ file: OpenFile?, _ type: FileType, _ status: DocumentStatus,
    _ reason: Reason
  ) throws {
    guard !(type.isArchive && SystemPlaces.contains(path)) else { return }
    var scan = scan(path, info, type, status, reason)
    if let file { scan.packaged = try isPackaged(path, file) }
    try write(scan)
  }

  /// The answer to a job.
  func add(_ job: DocumentJob, _ answer: DocumentAnswer) throws {
    switch answer {
    case .crashed: try add(job.path, job.info, nil, job.item.type, .unreadable, .crashed)
    case .timedOut: try add(job.path, job.info, nil, job.item.type, .unreadable, .timedOut)
    case .reply(let reply): try add(job, reply)
    }
  }

  private func add(_ job: DocumentJob, _ reply: ParseReply) throws {
    let reason = Self.reason(reply.cause)
    switch reply.outcome {
    case .notDocument:
      guard job.item.isContradicted, !SystemPlaces.contains(job.path) else { return }
      try add(job.path, job.info, job.file, reply.type, .unreadable, .unknownType)
    case .read where reply.type == .text && reply.hits.isEmpty: break
    case .read: try add(job, reply, .read, reason)
    case .imageOnly: try add(job, reply, .imageOnly, reason)
    case .unreadable: try add(job, reply, .unreadable, reason)
    }
  }

  private func add(_ job: DocumentJob, _ reply: ParseReply, _ status: DocumentStatus, _ reason: Reason) throws
  {
    guard !(reply.type.isArchive && SystemPlaces.contains(job.path)) else { return }
    var scan = scan(job.path, job.info, reply.type, status, reason)
    scan.packaged = try isPackaged(job.path, job.file)
    try write(scan)
    guard !scan.packaged, !reply.hits.isEmpty else { return }
    let digest = try FileDigest.sha256(job.file)
    for hit in reply.hits {
      let found = Hit(
        level: hit.level, rule: ruleIDs[hit.rule], confidence: hit.confidence, part: hit.part,
        page: hit.page == 0 ? nil : Int(hit.page), line: hit.line == 0 ? nil : Int(hit.line))
      try add(found, job.path, job.info, digest, member: hit.member == 0 ? nil : Int64(hit.member))
    }
  }

  private func isPackaged(_ path: String, _ file: OpenFile) throws -> Bool {
    guard SystemPlaces.holdsPackages(path) else { return false }
    do {
      return try packages.contains(path, file)
    } catch {
      try sink.skipped(error.path, error.reason, detail: error.detail)
      return false
    }
  }

  /// Writes a row; what could not be read and is no package's own leaves the tables incomplete.
  private func write(_ scan: DocumentScan) throws {
    try sink.add(scan)
    guard scan.status != .read, !scan.packaged else { return }
    try sink.skipped(scan.path, scan.reason == .none ? .unsupported : scan.reason)
  }

  private func scan(
    _ path: String, _ info: FileInfo, _ type: FileType, _ status: DocumentStatus, _ reason: Reason
  ) -> DocumentScan {
    DocumentScan(
      path: path, type: type.rawValue, size: Int64(clamping: info.size), modifiedAt: info.modifiedAt,
      firstTime: info.firstTime, status: status, reason: reason, detail: "")
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
        modifiedAt: info?.modifiedAt ?? 0, firstTime: info?.firstTime))
  }

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
