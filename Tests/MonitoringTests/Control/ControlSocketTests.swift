import CShims
import Foundation
import Glibc
import Journal
import TestSupport
import Testing

@testable import Monitoring

/// Clients of every manner at the control socket.
@Suite struct ControlSocketTests {
  private let journal: TestJournal
  private let socket: ControlSocket
  private let path: String

  init() throws {
    journal = try TestJournal()
    path = journal.folder + "/control"
    let reactions = Reactions(
      recorder: journal.recorder,
      settings: .init(findings: FindingEvents(registered: []), voiding: ["phone_attached"], program: nil),
      note: { _ in })
    socket = try ControlSocket(
      path: path,
      interface: ControlInterface(
        recorder: journal.recorder, journal: journal.path, since: 5, version: "1.2.3", monitors: ["links"],
        reactions: reactions,
        selfCheck: SelfCheck(
          program: "/nonexistent", configuration: "/nonexistent", recorder: journal.recorder)))
  }

  /// Calls a method on a thread of its own, since the client waits; throws what the client throws.
  private func call(_ method: String) async throws -> [String: String] {
    let path = path
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            var found: [String: String] = [:]
            try ControlClient(path: path).call(method) { answer in
              for name in ["version", "since", "head.sequence", "monitors"] { found[name] = answer[name] }
              return true
            }
            return found
          })
      }
    }
  }

  @Test func fiftyClientsAtOnceAreAnswered() async throws {
    await journal.recorder.record([JournalEvent(.watchStarted)])
    try await journal.running(socket.run) {
      let answers = try await withThrowingTaskGroup(of: [String: String].self) { group in
        for _ in 0..<50 { group.addTask { try await call("Status") } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count == 50)
      #expect(
        answers.allSatisfy {
          $0 == ["version": "1.2.3", "since": "5", "head.sequence": "1", "monitors": "links"]
        })
    }
  }

  @Test func garbageAndSilenceHinderNobody() async throws {
    try await journal.running(socket.run) {
      let garbage = airseal_control_connect(path)
      let silent = airseal_control_connect(path)
      let huge = airseal_control_connect(path)
      defer { [garbage, silent, huge].forEach { close($0) } }
      #expect(min(garbage, silent, huge) >= 0)
      let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255) }
      #expect(send(garbage, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
      let flood = [UInt8](repeating: 0x7b, count: 1 << 20)
      _ = send(huge, flood, flood.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      let status = try await call("Status")
      #expect(status["version"] == "1.2.3")
    }
  }

  @Test func aClientThatNeverReadsHinderNobody() async throws {
    for _ in 0..<20 {
      await journal.recorder.record((0..<500).map { JournalEvent(.deviceAdded, ["port": "\($0)"]) })
    }
    try await journal.running(socket.run) {
      let deaf = airseal_control_connect(path)
      defer { close(deaf) }
      let text = #"{"method":"vn.airseal.Daemon.Journal","parameters":{"from":1},"more":true}"# + "\0"
      #expect(send(deaf, text, text.utf8.count, Int32(MSG_NOSIGNAL)) == text.utf8.count)
      let status = try await call("Status")
      #expect(status["head.sequence"] == "10000")
    }
  }

  @Test func everybodyMayAskForTheStatusAndOperatorsForTheRest() async throws {
    #expect(ControlPeer(user: 0, group: 0).isOperator)
    #expect(!ControlPeer(user: 65_534, group: 65_534).isOperator)
    try await journal.running(socket.run) {
      await #expect(throws: ControlClient.Refusal.self) { try await call("Nonsense") }
      await #expect(throws: ControlClient.Refusal.self) { try await call("Watch") }
    }
  }

  @Test func theInterfaceIsPublished() throws {
    let file = try String(
      contentsOfFile: Built.root + "/schemas/vn.airseal.Daemon.varlink", encoding: .utf8)
    #expect(file == InterfaceDescription.text + "\n")
  }
}
