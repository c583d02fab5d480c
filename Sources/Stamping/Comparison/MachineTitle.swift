import Facts

/// Maker, model and serial of a machine, as far as they are known; else its name.
public enum MachineTitle {
  public static func text(_ identity: [MachineIdentity]) -> String {
    func value(_ name: String) -> String? {
      identity.first { $0.component == .system && $0.name == name }?.value
    }
    let model = [value("vendor"), value("model")].compactMap { $0 }.joined(separator: " ")
    let title = [model, value("serial") ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return title.isEmpty ? identity.first { $0.component == .hostname }?.value ?? "" : title
  }
}
