import CShims
import Glibc
import LinuxHost

/// The user at the other end of the control socket.
struct ControlPeer: Sendable, Equatable {
  let user: UInt32
  let group: UInt32

  /// The group whose members may scan and read the journal.
  static let operators = "airseal"

  /// Asks the kernel (SO_PEERCRED); throws where it does not say.
  init(socket: Int32) throws {
    var credentials = airseal_peer()
    guard airseal_peer_of(socket, &credentials) == 0 else { throw ControlSocketError(errno) }
    user = credentials.user
    group = credentials.group
  }

  init(user: UInt32, group: UInt32) {
    self.user = user
    self.group = group
  }

  /// Whether this is root or a member of the operators' group.
  var isOperator: Bool { user == 0 || airseal_is_member(user, group, Self.operators) == 1 }
}
