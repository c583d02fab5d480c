import Facts

/// Maker, model and serial of a machine, as far as they are known.
public enum MachineTitle {
  public static func text(_ identity: [MachineIdentity]) -> String {
    func value(_ name: String) -> String? {
      identity.first { $0.component == .system && $0.name == name }?.value
    }
    let model = [value("vendor"), value("model")].compactMap { $0 }.joined(separator: " ")
    return [model, value("serial") ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
