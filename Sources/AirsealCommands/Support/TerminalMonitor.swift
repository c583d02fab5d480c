import CShims
import Facts
import Foundation
import Rules
import Synchronization

/// Shows progress on standard error of a terminal, is silent elsewhere, and stops at an interrupt.
struct TerminalMonitor: CollectionMonitor {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let labels = Names()
  private let pace = Pace()

  init() { airseal_watch_interrupts() }

  /// Names of sources, which come with the rules; nothing is shown before.
  func show(with labels: Labels) { self.labels.set(labels) }

  var isCancelled: Bool { airseal_interrupted() == 1 }

  func progress(source: String, done: Int, total: Int?, unit: ProgressUnit) {
    guard isTerminal, let labels = labels.get(), let rate = pace.rate(of: source, done: done) else { return }
    let name = labels.text("source.\(source)")[Speech.language]
    let unitName = unit == .files ? say("tệp", "files") : say("mục", "entries")
    var line = "\(name): \(done) \(unitName), \(rate) \(unitName)/s"
    if let total, total > done { line += say(", còn khoảng \(total - done)", ", about \(total - done) left") }
    write(line)
  }

  /// Removes the progress line.
  func finish() { if isTerminal { emit("\r\u{1B}[K") } }

  private func write(_ line: String) { emit("\r\u{1B}[K" + line) }

  private func emit(_ text: String) { _ = Output.emit(text, to: STDERR_FILENO) }
}

/// Labels that arrive while others wait for them.
private final class Names: Sendable {
  private let labels = Mutex<Labels?>(nil)

  func set(_ labels: Labels) { self.labels.withLock { $0 = labels } }
  func get() -> Labels? { labels.withLock { $0 } }
}

/// Lets a progress line through ten times a second, with the rate since its source began.
private final class Pace: Sendable {
  private struct State {
    var starts: [String: ContinuousClock.Instant] = [:]
    var last: ContinuousClock.Instant?
  }

  private let state = Mutex(State())

  func rate(of source: String, done: Int) -> Int? {
    state.withLock { state in
      let now = ContinuousClock.now
      let start = state.starts[source, default: now]
      state.starts[source] = start
      if let last = state.last, now - last < .milliseconds(100) { return nil }
      state.last = now
      let elapsed = (now - start) / .seconds(1)
      return elapsed > 0.1 ? Int(Double(done) / elapsed) : done
    }
  }
}
