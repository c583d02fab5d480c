import CShims
import Foundation
import Glibc
import LinuxHost

/// A bounded queue from the scanning threads to one thread, which it wakes through a descriptor.
final class EventChannel: @unchecked Sendable {
  /// Thrown where nobody takes events any more.
  struct Closed: Error {}

  private static let capacity = 128

  /// Readable while events wait.
  let descriptor: Int32
  private let waker: Int32
  private let condition = NSCondition()
  private var events: [ScanEvent] = []
  private var isClosed = false

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard airseal_wake_pipe(&ends) == 0 else { throw FileError(path: "pipe", code: errno) }
    descriptor = ends[0]
    waker = ends[1]
  }

  deinit {
    Glibc.close(descriptor)
    Glibc.close(waker)
  }

  /// Waits while the queue is full.
  func send(_ event: ScanEvent) throws(Closed) {
    condition.lock()
    defer { condition.unlock() }
    while events.count >= Self.capacity, !isClosed { condition.wait() }
    guard !isClosed else { throw Closed() }
    events.append(event)
    if events.count == 1 { wake() }
  }

  /// Everything that waits, in order.
  func take() -> [ScanEvent] {
    condition.lock()
    defer { condition.unlock() }
    var byte: UInt8 = 0
    while read(descriptor, &byte, 1) > 0 {}
    let taken = events
    events = []
    condition.broadcast()
    return taken
  }

  /// Makes every further `send` fail.
  func close() {
    condition.lock()
    isClosed = true
    events = []
    condition.broadcast()
    condition.unlock()
  }

  private func wake() {
    var byte: UInt8 = 1
    _ = write(waker, &byte, 1)
  }
}
