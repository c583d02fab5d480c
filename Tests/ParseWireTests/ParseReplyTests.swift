import Markings
import Testing

@testable import ParseWire

struct ParseReplyTests {
  private let reply = ParseReply(
    index: 2, type: .pdf, outcome: .imageOnly, cause: .none, pages: 7,
    hits: [WireHit(level: .toiMat, rule: 4, confidence: .high, part: .body, page: 3, line: 9, isPlaced: true)]
  )

  @Test func survivesTheWire() throws {
    #expect(try ParseReply(decoding: reply.encoded(), items: 3, rules: 5) == reply)
  }

  @Test func refusesWhatWasNotAsked() {
    #expect(throws: WireError.outOfBounds) {
      _ = try ParseReply(decoding: reply.encoded(), items: 2, rules: 5)
    }
    #expect(throws: WireError.outOfBounds) {
      _ = try ParseReply(decoding: reply.encoded(), items: 3, rules: 4)
    }
  }

  @Test func refusesTrailingBytes() {
    #expect(throws: WireError.trailingBytes) {
      _ = try ParseReply(decoding: reply.encoded() + [0], items: 3, rules: 5)
    }
  }

  @Test func refusesEveryCut() {
    let bytes = reply.encoded()
    for count in 0..<bytes.count {
      #expect(throws: WireError.self) {
        _ = try ParseReply(decoding: Array(bytes.prefix(count)), items: 3, rules: 5)
      }
    }
  }

  @Test func neverCrashesOnNoise() {
    var generator = SystemRandomNumberGenerator()
    let good = reply.encoded()
    for _ in 0..<5000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      do {
        let decoded = try ParseReply(decoding: bytes, items: 3, rules: 5)
        #expect(decoded.index < 3 && decoded.hits.allSatisfy { $0.rule < 5 })
      } catch {}
    }
  }

  @Test func requestSurvivesTheWire() throws {
    let request = ParseRequest(items: [.init(type: .zip), .init(type: .text, isContradicted: true)])
    #expect(try ParseRequest(decoding: request.encoded()) == request)
    #expect(throws: WireError.outOfBounds) {
      _ = try ParseRequest(decoding: ParseRequest(items: []).encoded())
    }
  }

  @Test func greetingSurvivesTheWire() throws {
    let greeting = WorkerGreeting(hasNoNewPrivileges: true, hasSeccomp: true, landlock: 4, rules: 12)
    #expect(try WorkerGreeting(decoding: greeting.encoded()) == greeting)
    #expect(throws: WireError.wrongMagic) { _ = try WorkerGreeting(decoding: reply.encoded()) }
  }
}
