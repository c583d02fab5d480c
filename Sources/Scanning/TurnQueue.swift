import Facts
import Foundation

/// Gives turns by place, from 0.
///
/// What is left to a later turn is run under no lock, by one thread at a time.
final class TurnQueue: @unchecked Sendable {
  private let condition = NSCondition()
  private var current = 0
  /// What those that are done before their turn still have to do, by place.
  private var left: [Int: () throws -> Void] = [:]

  func turn(_ place: Int) -> some Turn { Place(queue: self, number: place) }

  private func wait(for number: Int) {
    condition.withLock {
      while current < number { condition.wait() }
    }
  }

  private func pass(_ number: Int, _ last: @escaping () throws -> Void) throws {
    condition.withLock { left[number] = last }
    var failure: (any Error)?
    while let next = condition.withLock({ left.removeValue(forKey: current) }) {
      do { try next() } catch { failure = failure ?? error }
      condition.withLock {
        current += 1
        condition.broadcast()
      }
    }
    if let failure { throw failure }
  }

  private struct Place: Turn {
    let queue: TurnQueue
    let number: Int

    func wait() { queue.wait(for: number) }
    func pass(_ last: @escaping () throws -> Void) throws { try queue.pass(number, last) }
  }
}
