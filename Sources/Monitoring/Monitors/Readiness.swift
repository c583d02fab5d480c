import Dispatch

/// Waits, without a thread, until a descriptor can be read or written.
enum Readiness {
  enum Direction: Sendable {
    case read
    case write
  }

  /// Returns once the descriptor, which must stay open meanwhile, is ready; throws `CancellationError`.
  static func wait(for descriptor: Int32, to direction: Direction = .read) async throws {
    let source: any DispatchSourceProtocol =
      switch direction {
      case .read: DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
      case .write: DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue)
      }
    let handle = Handle(source: source)
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        handle.source.setEventHandler { handle.source.cancel() }
        handle.source.setCancelHandler { continuation.resume() }
        handle.source.activate()
      }
    } onCancel: {
      handle.source.cancel()
    }
    try Task.checkCancellation()
  }

  private static let queue = DispatchQueue(label: "airseal.readiness")

  /// Sources of libdispatch may be used from any thread.
  private struct Handle: @unchecked Sendable {
    let source: any DispatchSourceProtocol
  }
}
