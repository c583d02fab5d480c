import Collectors
import Dispatch
import Facts
import LinuxHost
import Synchronization

/// Runs collectors side by side; their facts are written in the order of the collectors.
struct CollectorLanes {
  /// One collector reads while another computes.
  private static let count = 2

  let store: FactsStore
  let host: any Host
  let options: CollectorOptions
  let monitor: any CollectionMonitor
  var place: FactsPlace?

  /// Runs all; throws the first failure of the store.
  func run(_ collectors: [any Collector.Type]) throws {
    let queue = TurnQueue()
    let state = Mutex<(next: Int, failure: (any Error)?)>((0, nil))
    DispatchQueue.concurrentPerform(iterations: min(Self.count, collectors.count)) { _ in
      while let number = state.withLock({ state in take(&state.next, of: collectors.count) }) {
        do {
          let type = collectors[number]
          try store.collect(
            source: type.name, tables: type.tables, monitor: monitor, turn: queue.turn(number), place: place
          ) { sink in
            try type.init(options).collect(from: host, into: sink)
          }
        } catch {
          state.withLock { state in state.failure = state.failure ?? error }
        }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// Runs one that has no others beside it.
  func run(_ type: any Collector.Type) throws {
    try store.collect(source: type.name, tables: type.tables, monitor: monitor, place: place) { sink in
      try type.init(options).collect(from: host, into: sink)
    }
  }

  private func take(_ next: inout Int, of count: Int) -> Int? {
    guard next < count else { return nil }
    defer { next += 1 }
    return next
  }
}
