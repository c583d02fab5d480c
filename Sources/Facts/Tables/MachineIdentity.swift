/// One component that identifies the machine.
public struct MachineIdentity: Fact {
  public static let table = Table(
    "machine_identity", "One component that identifies the machine",
    [
      .code("component", "Part of the machine", MachineComponent.self),
      .text("name", "Property (vendor, model, serial, address …)"),
      .text("value", "Value as the machine reports it"),
    ])

  public var component: MachineComponent
  public var name: String
  public var value: String

  public init(
    component: MachineComponent, name: String, value: String
  ) {
    self.component = component
    self.name = name
    self.value = value
  }
}

/// Part of a machine that identifies it.
public enum MachineComponent: String, Codable, Sendable, CaseIterable {
  case system
  case board
  case chassis
  case firmware
  case processor
  case disk
  /// A network card, by its permanent address.
  case nic
  /// The installation, by /etc/machine-id.
  case machineId = "machine_id"
  case hostname
}
