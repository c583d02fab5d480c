import CShims
import Foundation
import Glibc

/// A client of the control socket, which waits for each answer.
public final class ControlClient {
  /// One answer: its members as text, and whether more follow.
  public struct Answer {
    let reply: Reply
    public var continues: Bool { reply.continues == true }

    /// A text, number or truth value by its path, as `head.sequence`; nil where there is none.
    public subscript(path: String) -> String? {
      var value: VarlinkValue? = reply.parameters
      for name in path.split(separator: ".") { value = value?[String(name)] }
      switch value {
      case .text(let text): return text
      case .integer(let number): return "\(number)"
      case .flag(let flag): return "\(flag)"
      case .list(let items): return items.compactMap(\.text).joined(separator: ", ")
      default: return nil
      }
    }

    /// The texts of an object by their names, as `entry.detail`.
    public func texts(_ path: String) -> [String: String] {
      var value: VarlinkValue? = reply.parameters
      for name in path.split(separator: ".") { value = value?[String(name)] }
      guard case .object(let members) = value else { return [:] }
      return members.compactMapValues(\.text)
    }
  }

  struct Reply: Decodable {
    var parameters: VarlinkValue?
    var continues: Bool?
    var error: String?
  }

  /// The daemon refused a call: the error's name without its interface.
  public struct Refusal: Error {
    public let name: String
  }

  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// Connects to the daemon; throws `ControlSocketError`.
  public init(path: String = ControlSocket.path) throws {
    descriptor = airseal_control_connect(path)
    guard descriptor >= 0 else { throw ControlSocketError(errno) }
  }

  deinit { close(descriptor) }

  /// Calls a method without parameters, or with one truth value; hands over each answer until `body` says false or none follows.
  ///
  /// Throws `Refusal` and `ControlSocketError`.
  public func call(
    _ method: String, flags: [String: Bool] = [:], more: Bool = false, _ body: (Answer) throws -> Bool
  ) throws {
    var call: [String: VarlinkValue] = ["method": .text("\(InterfaceDescription.name).\(method)")]
    call["parameters"] = .object(flags.mapValues { .flag($0) })
    if more { call["more"] = .flag(true) }
    try send(Array(try JSONEncoder().encode(VarlinkValue.object(call))) + [0])
    while true {
      let reply = try JSONDecoder().decode(Reply.self, from: try message())
      if let error = reply.error {
        throw Refusal(name: String(error.split(separator: ".").last ?? ""))
      }
      let answer = Answer(reply: reply)
      if try !body(answer) || !answer.continues { return }
    }
  }

  private func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ControlSocketError(errno) }
      rest = rest.dropFirst(count)
    }
  }

  private func message() throws -> Data {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      if let end = pending.firstIndex(of: 0) {
        defer { pending.removeSubrange(...end) }
        return Data(pending[..<end])
      }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ControlSocketError(count == 0 ? ECONNRESET : errno) }
      pending += buffer.prefix(count)
    }
  }
}
