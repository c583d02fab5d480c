import Foundation
import Synchronization

/// What is left of a walk that several threads share; the last folder found is visited first.
final class WalkQueue: Sendable {
  enum Item {
    case folder(RawPath)
    /// A piece of an open folder that another thread may visit.
    case entries(OpenFolder, [UInt8])
    /// What another thread began.
    case help(@Sendable () -> Void)
  }

  private struct State: ~Copyable {
    var items: [Item] = [.folder(RawPath())]
    var seen: Set<Identity> = []
    var busy = 0
    var idle = 0
  }

  private let state = Mutex(State())
  private let condition = NSCondition()
  private let stopped = Atomic(false)
  private let waiting = Atomic(0)

  var isStopped: Bool { stopped.load(ordering: .relaxed) }

  /// Whether some thread waits for work.
  var isAnyoneIdle: Bool { waiting.load(ordering: .relaxed) > 0 }

  /// The next item; waits for other threads to find some; nil at the end of the walk.
  func next() -> Item? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if isStopped { return nil }
      let (item, isOver) = state.withLock { state -> (Item?, Bool) in
        guard let item = state.items.popLast() else { return (nil, state.busy == 0) }
        state.busy += 1
        return (item, false)
      }
      if let item { return item }
      if isOver {
        condition.broadcast()
        return nil
      }
      waiting.add(1, ordering: .relaxed)
      condition.wait()
      waiting.subtract(1, ordering: .relaxed)
    }
  }

  /// Says that the item that this thread took is done.
  func finished() {
    condition.lock()
    let isOver = state.withLock { state in
      state.busy -= 1
      return state.busy == 0 && state.items.isEmpty
    }
    if isOver { condition.broadcast() }
    condition.unlock()
  }

  /// Adds items, so that the first is visited first.
  func add(_ items: [Item]) {
    guard !items.isEmpty else { return }
    condition.lock()
    state.withLock { $0.items += items.reversed() }
    if isAnyoneIdle { condition.broadcast() }
    condition.unlock()
  }

  func isFirstVisit(_ folder: Identity) -> Bool { state.withLock { $0.seen.insert(folder).inserted } }

  func stop() {
    condition.lock()
    stopped.store(true, ordering: .relaxed)
    condition.broadcast()
    condition.unlock()
  }
}
