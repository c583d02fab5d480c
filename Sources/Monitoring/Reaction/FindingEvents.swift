import Collectors
import Facts
import Journal

/// Tells which entries are findings while they happen, and of which check.
public struct FindingEvents: Sendable {
  private let registered: Set<String>

  /// `registered` are identities of devices whose registration is valid.
  public init(registered: Set<String>) { self.registered = registered }

  /// The id of the check that the entry would fail; nil for an entry that is no finding.
  public func check(_ entry: EventEntry) -> String? {
    switch entry.kind {
    case .deviceAdded: device(entry.detail)
    case .linkAdded, .linkChanged: link(entry.detail)
    case .deviceChanged: radio(entry.detail)
    default: nil
    }
  }

  private func device(_ detail: [String: String]) -> String? {
    if detail["subsystem"] == "rfkill" { return radio(detail) }
    guard detail["type"] == "usb_device", let kind = detail["kind"].flatMap(UsbKind.init) else { return nil }
    switch kind {
    case .phone: return "phone_attached"
    case .tether, .modem, .wifi, .bluetooth, .ethernet: return "network_peripheral_attached"
    case .storage:
      return detail["identity"].map(registered.contains) == true ? nil : "usb_unregistered_attached"
    default: return nil
    }
  }

  private func link(_ detail: [String: String]) -> String? {
    detail["kind"] == nil && detail["up"] == "1" && detail["carrier"] == "1" ? "network_link_up" : nil
  }

  private func radio(_ detail: [String: String]) -> String? {
    detail["subsystem"] == "rfkill" && detail["radio"] == "on" ? "radio_enabled" : nil
  }
}
