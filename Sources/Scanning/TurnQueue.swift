import Facts
import Foundation

/// Gives turns by place, from 0.
final class TurnQueue: @unchecked Sendable {
  private let condition = NSCondition()
  private var current = 0

  func turn(_ place: Int) -> some Turn { Place(queue: self, number: place) }

  private struct Place: Turn {
    let queue: TurnQueue
    let number: Int

    func wait() {
      queue.condition.withLock {
        while queue.current < number { queue.condition.wait() }
      }
    }

    func pass() {
      wait()
      queue.condition.withLock {
        queue.current = number + 1
        queue.condition.broadcast()
      }
    }
  }
}
