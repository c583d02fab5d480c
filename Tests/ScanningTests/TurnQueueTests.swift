import Dispatch
import Facts
import Synchronization
import Testing

@testable import Scanning

/// Turns of collectors that end in another order than they began.
@Suite struct TurnQueueTests {
  private let queue = TurnQueue()

  private struct Refused: Error {}

  @Test func whoIsDoneEarlyHoldsUpNobodyAndWritesInOrder() throws {
    let written = Mutex<[Int]>([])
    for place in [2, 1] {
      try queue.turn(place).pass { written.withLock { $0.append(place) } }
      #expect(written.withLock { Array($0) } == [])
    }
    try queue.turn(0).pass { written.withLock { $0.append(0) } }
    #expect(written.withLock { Array($0) } == [0, 1, 2])
  }

  @Test func aFailureIsThrownAndTheOthersStillWrite() throws {
    let written = Mutex<[Int]>([])
    try queue.turn(1).pass { throw Refused() }
    try queue.turn(2).pass { written.withLock { $0.append(2) } }
    #expect(throws: Refused.self) { try queue.turn(0).pass {} }
    #expect(written.withLock { Array($0) } == [2])
  }

  @Test func whoWaitsWritesAfterThoseBefore() throws {
    let written = Mutex<[Int]>([])
    let begun = DispatchSemaphore(value: 0)
    let ended = DispatchSemaphore(value: 0)
    DispatchQueue.global().async { [queue] in
      begun.signal()
      queue.turn(1).wait()
      written.withLock { $0.append(1) }
      ended.signal()
    }
    begun.wait()
    try queue.turn(0).pass { written.withLock { $0.append(0) } }
    ended.wait()
    #expect(written.withLock { Array($0) } == [0, 1])
  }
}
