import Foundation
import LinuxHost
import Markings

/// A search through one large file in which several threads take part.
final class SharedSearch: @unchecked Sendable {
  /// Files from this many bytes on are worth sharing.
  static let threshold: UInt64 = 32 << 20
  private static let partSize = 8 << 20

  private let file: OpenFile
  private let size: Int
  private let filter: BytePrefilter
  private let condition = NSCondition()
  private var next = 0
  private var running = 0
  private var isFound = false
  private var failure: FileError?

  init(_ file: OpenFile, size: UInt64, _ filter: BytePrefilter) {
    self.file = file
    self.size = Int(clamping: size)
    self.filter = filter
  }

  /// Searches parts that nobody has taken until none is left.
  func help() {
    guard var start = take(isFirst: true) else { return }
    let bytes = FileBytes()
    while true {
      do throws(FileError) {
        let isLast = start + Self.partSize >= size
        let end = isLast ? Int.max : start + Self.partSize + filter.longest
        let found = try bytes.firstPiece(of: file, overlap: filter.longest, in: start..<end) {
          filter.matches($0)
        }
        if found { note(found: true, nil) }
      } catch {
        note(found: false, error)
      }
      guard let following = take(isFirst: false) else { return }
      start = following
    }
  }

  /// Takes part, waits for the others, and says whether the filter found something; throws what reading threw.
  func finish() throws(FileError) -> Bool {
    help()
    condition.lock()
    while running > 0 { condition.wait() }
    condition.unlock()
    if !isFound, let failure { throw failure }
    return isFound
  }

  /// Where the next part starts; nil where none is left, and the thread then no longer takes part.
  private func take(isFirst: Bool) -> Int? {
    condition.lock()
    defer { condition.unlock() }
    guard !isFound, failure == nil, next < size else {
      if !isFirst { running -= 1 }
      if running == 0 { condition.broadcast() }
      return nil
    }
    if isFirst { running += 1 }
    next += Self.partSize
    return next - Self.partSize
  }

  private func note(found: Bool, _ error: FileError?) {
    condition.lock()
    isFound = isFound || found
    failure = failure ?? error
    condition.unlock()
  }
}
