import CShims
import Foundation
import Glibc
import ServiceLifecycle

/// Serves clients at the control socket, each beside the others.
public struct ControlSocket: Service {
  /// Where it lies.
  public static let path = "/run/airseal/airseald.varlink"
  /// Clients that are served at once; the next one is turned away.
  static let clientLimit = 128

  private let listener: Listener
  private let interface: ControlInterface

  /// Listens from now on; throws `ControlSocketError`.
  init(path: String, interface: ControlInterface) throws {
    listener = try Listener(path)
    self.interface = interface
  }

  public func run() async throws {
    try await untilShutdown {
      try await withThrowingDiscardingTaskGroup { clients in
        let places = Places(Self.clientLimit)
        while true {
          try await Readiness.wait(for: listener.descriptor)
          while let socket = listener.accept() {
            guard places.take() else {
              close(socket)
              continue
            }
            clients.addTask {
              defer { places.give() }
              await serve(socket)
            }
          }
        }
      }
    }
  }

  /// Answers one client until it leaves; what goes wrong with one touches no other.
  private func serve(_ socket: Int32) async {
    do {
      let channel = try ControlChannel(socket)
      try await channel.eachMessage { message in try await interface.answer(message, on: channel) }
    } catch {
      return
    }
  }

  /// The listening socket and its file.
  private final class Listener: Sendable {
    let descriptor: Int32
    private let path: String

    init(_ path: String) throws {
      self.path = path
      descriptor = airseal_control_listen(path)
      guard descriptor >= 0 else { throw ControlSocketError(errno) }
    }

    func accept() -> Int32? {
      let socket = airseal_control_accept(descriptor)
      return socket < 0 ? nil : socket
    }

    deinit {
      unlink(path)
      close(descriptor)
    }
  }
}

/// A control socket that cannot be used.
public struct ControlSocketError: Error, Equatable {
  /// The kernel's error number.
  public let code: Int32

  init(_ code: Int32) { self.code = code }
}
