import ServiceLifecycle

/// Runs work that has no end of its own until the service group shuts down.
func untilShutdown(_ work: @Sendable @escaping () async throws -> Void) async throws {
  do {
    try await cancelWhenGracefulShutdown(work)
  } catch is CancellationError {
    return
  }
}
