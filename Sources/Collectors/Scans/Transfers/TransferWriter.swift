import Facts

/// Writes transfers of documents that bear a marking, or whose name does.
final class TransferWriter {
  private let source: String
  private let options: CollectorOptions
  private let sink: any FactSink
  private let byName: [String: [String]]
  private var added: Set<String> = []

  init(_ source: String, _ options: CollectorOptions, _ sink: any FactSink) {
    self.source = source
    self.options = options
    self.sink = sink
    byName = Dictionary(grouping: options.markedFiles) { String($0.split(separator: "/").last ?? "") }
  }

  /// Adds every marked document below a folder.
  func add(below folder: SyncedFolders.Folder) throws {
    for document in options.markedFiles where document.hasPrefix(folder.path + "/") {
      try add(
        folder.channel, document, folder.evidence, peer: folder.peer, account: folder.account, at: folder.time
      )
    }
  }

  /// Adds a document by its name: the marked documents that are named so, or the name itself where it bears a marking.
  func add(
    _ channel: TransferChannel, named name: String, _ path: String, peer: String?, account: String?,
    at time: Int64?
  ) throws {
    let base = String(name.split(separator: "/").last ?? "")
    if base.isEmpty { return }
    let documents = byName[base] ?? []
    for document in documents { try add(channel, document, path, peer: peer, account: account, at: time) }
    if documents.isEmpty, try TraceNames.marking(inPath: base, rules: options.rules) != nil {
      try add(channel, "./\(base)", path, peer: peer, account: account, at: time)
    }
  }

  private func add(
    _ channel: TransferChannel, _ document: String, _ path: String, peer: String?, account: String?,
    at time: Int64?
  ) throws {
    guard added.insert("\(channel)\n\(document)\n\(path)").inserted else { return }
    let hit = try TraceNames.marking(
      inPath: String(document.split(separator: "/").last ?? ""), rules: options.rules)
    try sink.add(
      DocumentTransfer(
        source: source, channel: channel, path: path, document: document, level: hit?.level ?? .none,
        confidence: hit?.confidence ?? .none, peer: peer, account: account, firstSeen: time, lastSeen: time))
  }
}
