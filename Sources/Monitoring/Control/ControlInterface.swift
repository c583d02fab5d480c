import Foundation
import Journal

/// Answers the methods of the control socket.
struct ControlInterface: Sendable {
  let recorder: Recorder
  let journal: String
  let since: Int64
  let version: String
  let monitors: [String]
  let reactions: Reactions
  let selfCheck: SelfCheck

  /// Answers one message; throws where the client is gone or speaks no Varlink, and is then left.
  func answer(_ message: Data, on channel: ControlChannel) async throws {
    let call = try JSONDecoder().decode(VarlinkCall.self, from: message)
    let replies = Replies(channel: channel, isSilent: call.oneway == true)
    do {
      try await run(call, channel.peer, replies)
    } catch let error as VarlinkError {
      try await replies.fail(error)
    } catch let fault as JournalFault {
      try await replies.fail(refusal("JournalDamaged", ["sequence": .integer(fault.sequence)]))
    } catch let error where !(error is CancellationError || error is ControlChannel.ClientGone) {
      try await replies.fail(refusal("CannotWork", ["detail": .text("\(error)")]))
    }
  }

  private func run(_ call: VarlinkCall, _ peer: ControlPeer, _ replies: Replies) async throws {
    guard let dot = call.method.lastIndex(of: ".") else { throw VarlinkError.unknownMethod(call.method) }
    let interface = String(call.method[..<dot])
    let method = String(call.method[call.method.index(after: dot)...])
    switch interface {
    case ServiceInterface.name:
      try await replies.end(try ServiceInterface(version: version).answer(method, call.parameters))
    case InterfaceDescription.name: try await own(method, call, peer, replies)
    default: throw VarlinkError.unknownInterface(interface)
    }
  }

  private func own(
    _ method: String, _ call: VarlinkCall, _ peer: ControlPeer, _ replies: Replies
  ) async throws {
    guard let method = Method(rawValue: method) else {
      throw VarlinkError.unknownMethod("\(InterfaceDescription.name).\(method)")
    }
    guard method.isForEverybody || peer.isOperator else { throw refusal("PermissionDenied") }
    if method.hasManyAnswers, call.more != true {
      throw VarlinkError(name: "org.varlink.service.ExpectedMore")
    }
    switch method {
    case .status: try await replies.end(await status())
    case .findings: try await findings(replies)
    case .watch: try await watch(replies)
    case .coverage: try await replies.end(try coverage())
    case .scan: try await scan(replies)
    case .journal:
      guard let first = call.parameters?["from"]?.integer else { throw VarlinkError.invalid("from") }
      try await entries(from: first, replies)
    }
  }

  private enum Method: String {
    case status = "Status"
    case findings = "Findings"
    case watch = "Watch"
    case journal = "Journal"
    case coverage = "Coverage"
    case scan = "Scan"

    var isForEverybody: Bool { self == .status || self == .findings }
    var hasManyAnswers: Bool { self == .findings || self == .watch || self == .journal }
  }

  private func status() async -> [String: VarlinkValue] {
    let standing = await recorder.standing
    return [
      "version": .text(version), "since": .integer(since), "lost": .integer(Int64(standing.lost)),
      "head": .object([
        "sequence": .integer(standing.head.sequence), "hash": .text(standing.head.digest),
      ]),
      "monitors": .list(monitors.map { .text($0) }),
    ]
  }

  private func watch(_ replies: Replies) async throws {
    for await entry in await recorder.entries() { try await replies.next(["entry": Self.value(entry)]) }
    try Task.checkCancellation()
  }

  private func entries(from first: Int64, _ replies: Replies) async throws {
    var page: [EventEntry] = []
    try EventReader(live: journal).eachEntry { if $0.sequence >= first { page.append($0) } }
    for entry in page.dropLast() { try await replies.next(["entry": Self.value(entry)]) }
    try await replies.end(["entry": page.last.map(Self.value) ?? .null])
  }

  private func coverage() throws -> [String: VarlinkValue] {
    let reader = try EventReader(live: journal)
    var history = WatchHistory()
    try reader.eachEntry { history.add($0) }
    let intervals = history.intervals(pulse: try reader.pulse()).map { interval in
      VarlinkValue.object([
        "from": .integer(interval.from), "until": .integer(interval.until),
        "state": .text(interval.state.rawValue),
        "reason": interval.reason.map { .text($0.rawValue) } ?? .null,
      ])
    }
    return ["intervals": .list(intervals)]
  }

  private func findings(_ replies: Replies) async throws {
    for await entry in await recorder.entries() {
      guard let check = reactions.check(entry) else { continue }
      try await replies.next([
        "check": .text(check), "sequence": .integer(entry.sequence), "time": .integer(entry.moment.time),
      ])
    }
    try Task.checkCancellation()
  }

  private func scan(_ replies: Replies) async throws {
    do {
      try await replies.end(["code": .integer(Int64(try await selfCheck.run()))])
    } catch is SelfCheck.Busy {
      throw refusal("ScanRunning")
    }
  }

  private func refusal(_ name: String, _ parameters: [String: VarlinkValue] = [:]) -> VarlinkError {
    VarlinkError(name: "\(InterfaceDescription.name).\(name)", parameters: parameters)
  }

  private static func value(_ entry: EventEntry) -> VarlinkValue {
    .object([
      "sequence": .integer(entry.sequence), "time": .integer(entry.moment.time),
      "uptime": .integer(entry.moment.uptime), "boot": .text(entry.moment.boot),
      "kind": .text(entry.kind.rawValue), "detail": .object(entry.detail.mapValues { .text($0) }),
      "hash": .text(entry.head.digest),
    ])
  }
}
