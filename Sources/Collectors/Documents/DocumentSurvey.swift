import Facts
import LinuxHost
import Markings
import ParseWire

/// One walk over the files of a machine: decides what goes to the workers, and turns their answers into facts.
final class DocumentSurvey {
  private let files: FileTree
  private let rules: MarkingRules
  private let names: MarkingFinder
  private let facts: DocumentFacts
  private let sink: any FactSink
  private var pool: WorkerPool?
  private let bytes = FileBytes()
  private var visited = 0

  init(
    _ files: FileTree, _ rules: MarkingRules, _ sink: any FactSink, patience: Duration,
    start: @escaping () throws(WorkerProcess.Failure) -> WorkerProcess
  ) throws {
    self.files = files
    self.rules = rules
    self.sink = sink
    names = MarkingFinder(rules)
    facts = DocumentFacts(files, rules.ids, sink)
    pool = try WorkerPool(
      patience: patience, start: start, tick: { [unowned self] in try tick() },
      finished: { [facts] job, answer in try facts.add(job, answer) })
  }

  func run(leavingOut paths: [String]) throws {
    try tick()
    try FileWalk(files, leavingOut: paths).run { event in
      switch event {
      case .file(let file): try visit(file)
      case .folder(let path): try facts.add(name: path, info: nil, try markings(inNameOf: path), nil)
      case .special(let path, let info): try visitSpecial(path, info)
      case .failure(let error): try sink.skipped(error.path, error.reason, detail: error.detail)
      }
    }
    try pool?.finish()
    try tick()
  }

  private func tick() throws { try sink.progress(done: visited, total: nil, unit: .files) }

  /// FIFOs, sockets and devices hold no text; one that bears a document's name is still a row.
  private func visitSpecial(_ path: String, _ info: FileInfo) throws {
    visited += 1
    let hits = try markings(inNameOf: path)
    if !hits.isEmpty { try facts.add(name: path, info: info, hits, nil) }
    guard TypeSniff.promised(by: Self.name(of: path)) != nil else { return }
    try facts.add(path, info, nil, .other, .unreadable, .notRegularFile)
  }

  private func visit(_ file: WalkedFile) throws {
    visited += 1
    if visited % 64 == 0 { try tick() }
    do {
      let hits = try markings(inNameOf: file.path)
      if file.info.size == 0 {
        return hits.isEmpty ? () : try facts.add(name: file.path, info: file.info, hits, nil)
      }
      let open = try file.open()
      if !hits.isEmpty { try facts.add(name: file.path, info: file.info, hits, open) }
      try examine(file, open)
    } catch let error as FileError {
      if !error.isAbsent { try sink.skipped(file.path, error.reason, detail: error.detail) }
    }
  }

  private func examine(_ file: WalkedFile, _ open: OpenFile) throws {
    let isSmall = file.info.size <= FileBytes.smallSize
    let head = try bytes.head(of: open, isSmall ? FileBytes.smallSize : TypeSniff.length)
    let type = TypeSniff.type(UnsafeRawBufferPointer(rebasing: head.prefix(TypeSniff.length)))
    let promised = TypeSniff.promised(by: Self.name(of: file.path))
    let isContradicted = promised.map { !$0.contains(type) } ?? false
    var isWanted = isContradicted
    switch type {
    case .text, .html, .xml:
      let filter = rules.prefilter(.body)
      let found = try bytes.firstPiece(of: open, overlap: filter.longest, isHeadRead: true) {
        filter.matches($0)
      }
      let isSplitByTags = type != .text && !SystemPlaces.contains(file.path)
      isWanted = isWanted || found || isSplitByTags
    case .other, .empty: break
    case .archive, .compressed: isWanted = isContradicted || !SystemPlaces.contains(file.path)
    default: isWanted = true
    }
    guard isWanted else { return }
    try pool?.submit(
      DocumentJob(
        path: file.path, info: file.info, file: open,
        item: ParseRequest.Item(type: type, isContradicted: isContradicted)))
  }

  private func markings(inNameOf path: String) throws -> [Hit] {
    let name = String(Self.name(of: path))
    guard rules.prefilter(.name).matches(name) else { return [] }
    return try names.find(in: [TextPart(.name, lines: [name])])
  }

  /// The last part of a path.
  private static func name(of path: String) -> Substring {
    let bytes = path.utf8
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return path[...] }
    return path[bytes.index(after: slash)...]
  }
}
