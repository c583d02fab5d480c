/// The answers to one call, in the order in which they are sent.
struct Replies: Sendable {
  let channel: ControlChannel
  /// Whether the client wants none.
  let isSilent: Bool

  /// One answer of several.
  func next(_ parameters: [String: VarlinkValue]) async throws {
    try await send(VarlinkReply(parameters: .object(parameters), continues: true))
  }

  /// The last answer.
  func end(_ parameters: [String: VarlinkValue]) async throws {
    try await send(VarlinkReply(parameters: .object(parameters)))
  }

  func fail(_ error: VarlinkError) async throws {
    try await send(VarlinkReply(parameters: .object(error.parameters), error: error.name))
  }

  private func send(_ reply: VarlinkReply) async throws {
    if !isSilent { try await channel.send(reply) }
  }
}
