import Attestation
import Facts

/// One reason why a stamp does not hold.
public enum StampFault: Sendable, Equatable {
  case expired(Int64)
  /// The clock stands before the day of issue.
  case clockSetBack(issued: Int64, now: Int64)
  case voided(at: Int64, Revocation.Reason)
  /// A finding that the daemon saw made it void.
  case voidedByEvent(check: String)
  /// The stamp is for tests, and the machine is one in use.
  case testKey
  /// Another machine: nothing that identifies hardware is the same.
  case otherMachine
  /// Properties of a part that were not there, and how many are gone.
  case partChanged(MachineComponent, new: [String], gone: Int)
  case networkCardAdded(String)
  case radioAdded(RadioKind, subject: String, model: String?)
  /// A radio that could not transmit when the machine was stamped can do so now.
  case radioEnabled(RadioKind, subject: String, model: String?)
  case deviceAttached(UsbKind, name: String, serial: String?, DeviceStanding)
  case memoryCard(name: String)
  case systemReplaced(from: String, to: String)
  /// A check that counts fails now, and no answer of the inspection settled it.
  case finding(check: String)

  /// A permanent name for programs.
  public var code: String {
    switch self {
    case .expired: "expired"
    case .clockSetBack: "clock_set_back"
    case .voided: "voided"
    case .voidedByEvent: "voided_by_event"
    case .testKey: "test_key"
    case .otherMachine: "other_machine"
    case .partChanged(let part, _, _): "part_changed.\(part.rawValue)"
    case .networkCardAdded: "network_card_added"
    case .radioAdded: "radio_added"
    case .radioEnabled: "radio_enabled"
    case .deviceAttached(let kind, _, _, _): "device_attached.\(kind.rawValue)"
    case .memoryCard: "device_attached.memory_card"
    case .systemReplaced: "system_replaced"
    case .finding(let check): "finding.\(check)"
    }
  }
}
