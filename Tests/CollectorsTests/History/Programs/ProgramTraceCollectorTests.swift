import Facts
import Foundation
import GRDB
import LinuxHost
import TestSupport
import Testing

@testable import Collectors

/// Every example in `rules/traces/` gives the contacts that its file says, and no others.
@Suite struct ProgramTraceCollectorTests {
  private static let passwd = "root:x:0:0:root:/root:/bin/bash\nan:x:1000:1000:An:/home/an:/bin/bash\n"
  private static let now: Int64 = 1_782_867_600
  private static let described = Result { try DataFile.all(ProgramTraces.self, in: "traces", .test) }

  private static func examples() throws -> [(program: String, example: String)] {
    try described.get().flatMap(\.value.examples).flatMap { program in
      program.examples.map { (program.program, $0.name) }
    }
  }

  private static func programs() throws -> [String] {
    try described.get().flatMap(\.value.programs).map(\.program)
  }

  private static func examples(of program: String) throws -> [TraceExample] {
    try #require(described.get().flatMap(\.value.examples).first { $0.program == program }).examples
  }

  @Test(arguments: try examples())
  func example(program: String, name: String) throws {
    let example = try #require(try Self.examples(of: program).first { $0.name == name })
    let result = try ProgramTraceCollector.run(on: tree(example.files))
    #expect(result.status == .complete, "\(result.gaps)")
    var rows = result.rows(NetworkContact.self)
    for expected in example.expect {
      let index = rows.firstIndex { Self.fits($0, expected) }
      #expect(index != nil, "\(expected) is not among \(rows)")
      if let index { rows.remove(at: index) }
    }
    #expect(rows.map { "\($0.kind) \($0.grade) \($0.peer ?? "") \($0.path)" } == [])
  }

  @Test(arguments: try programs())
  func everyProgramHasAnInnocentTwin(program: String) throws {
    let examples = try Self.examples(of: program)
    #expect(examples.contains { !$0.expect.isEmpty })
    #expect(
      examples.contains { example in
        !example.files.isEmpty && example.expect.allSatisfy { [.c, .r].contains($0.grade) }
      }, "no example of \(program) is innocent")
  }

  @Test(arguments: try programs())
  func everyExpressionIsOne(program: String) throws {
    for trace in try Self.described.get().flatMap(\.value.programs).filter({ $0.program == program }).flatMap(
      \.traces)
    {
      for pattern in [trace.match, trace.pathMatch].compactMap(\.self) {
        #expect(throws: Never.self) { try TraceExpression(pattern).fields(in: "") }
      }
    }
  }

  @Test func whatIsNoExpressionIsSaid() {
    #expect(throws: CollectionFailure.self) { try TraceExpression("(").fields(in: "") }
  }

  @Test func whatCannotBeReadIsAGap() throws {
    let tree = try tree([:])
    try tree.file("root/.wget-hsts", "x", mode: 0o600, owner: 0)
    try tree.folder("root", mode: 0o700, owner: 0)
    tree.readAs = 65_534
    #expect(try ProgramTraceCollector.run(on: tree).status == .incomplete)
  }

  @Test func tracesOlderThanTheInstallationCountLittle() throws {
    let tree = try tree([:]).folder("lost+found", at: Self.now)
    try tree.file("root/.ssh/known_hosts", "203.0.113.5 ssh-rsa A\n", at: Self.now - 86_400)
    let row = try #require(try ProgramTraceCollector.run(on: tree).rows(NetworkContact.self).first)
    #expect(row.beforeInstall && row.grade == .c)
  }

  private func tree(_ files: [String: String]) throws -> TemporaryTree {
    let tree = try TemporaryTree().file("etc/passwd", Self.passwd, at: 1_700_000_000)
    try tree.folder("root").folder("home/an")
    for (path, text) in files {
      if path.hasSuffix(".sql") {
        let name = String(path.dropLast(4).dropFirst())
        try tree.file(name)
        try DatabaseQueue(path: tree.real(name)).write { try $0.execute(sql: text) }
      } else {
        try tree.file(String(path.dropFirst()), text, at: 1_779_246_600)
      }
    }
    return tree
  }

  private static func fits(_ row: NetworkContact, _ expected: TraceExample.Expected) -> Bool {
    row.kind == expected.kind && row.grade == expected.grade
      && (expected.peer == nil || row.peer == expected.peer)
      && (expected.name == nil || row.name == expected.name)
      && (expected.isPublic == nil || row.peerIsPublic == expected.isPublic)
      && (expected.first == nil || row.firstSeen == expected.first)
      && (expected.last == nil || row.lastSeen == expected.last)
      && (expected.account == nil || row.account == expected.account)
  }
}
