import Foundation
import Glibc

/// A connected client: messages in, messages out, each ended by a zero byte.
final class ControlChannel: Sendable {
  /// Bytes of the longest message that a client may send.
  static let limit = 64 << 10

  private let descriptor: Int32
  /// Who is at the other end, as the kernel says.
  let peer: ControlPeer

  /// Takes over a connected socket that does not block; throws where the kernel does not say who is at the other end.
  init(_ descriptor: Int32) throws {
    self.descriptor = descriptor
    peer = try ControlPeer(socket: descriptor)
  }

  deinit { close(descriptor) }

  /// Calls `body` with each message until the client leaves, breaks the framing or sends too much.
  func eachMessage(_ body: (Data) async throws -> Void) async throws {
    var pending: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return }
      if count < 0 {
        guard errno == EAGAIN || errno == EINTR else { return }
        try await Readiness.wait(for: descriptor)
        continue
      }
      pending += buffer.prefix(count)
      while let end = pending.firstIndex(of: 0) {
        let message = Data(pending[..<end])
        pending.removeSubrange(...end)
        try await body(message)
      }
      if pending.count > Self.limit { return }
    }
  }

  /// Sends one message, waiting for a client that reads slowly; throws once it is gone.
  func send(_ message: some Encodable) async throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var rest = (try encoder.encode(message) + [0])[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        try await Readiness.wait(for: descriptor, to: .write)
      } else if errno != EINTR {
        throw ClientGone()
      }
    }
  }

  struct ClientGone: Error {}
}
