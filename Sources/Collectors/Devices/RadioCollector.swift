import Facts
import LinuxHost

/// Radios of the machine, one row each, also cards that no driver runs.
struct RadioCollector: Collector {
  static let name = "radio"
  static let tables = [Radio.table]
  static let subsystems = [
    "net", "ieee80211", "bluetooth", "rfkill", "nfc", "wwan", "pci", "usb", "sdio", "platform", "mhi",
  ]
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let tree = DeviceTree(try host.devices(Self.subsystems))
    let isOwnSystem = host.nature != .root
    let needsAliases = tree.devices.contains(where: RadioSurvey.needsAlias)
    let aliases = needsAliases ? try ModuleAliases(host.files) : nil
    let survey = RadioSurvey(tree, try options.devices.value().patterns, aliases)
    for device in survey.unknown { try sink.skipped(device.syspath, .unknownType) }
    for radio in survey.radios {
      let bus = radio.card.bus
      let hasDriver = radio.isRunning || !radio.drivers.isEmpty
      try sink.add(
        Radio(
          subject: radio.addresses.first ?? [bus, radio.card.name].compactMap { $0 }.joined(separator: ":"),
          kind: radio.kind, syspath: radio.card.syspath, bus: bus, model: Self.model(radio.card),
          driver: radio.drivers.isEmpty ? nil : radio.drivers.sorted().joined(separator: ","),
          softBlocked: isOwnSystem && radio.isSoftBlocked, hardBlocked: isOwnSystem && radio.isHardBlocked,
          enabled: isOwnSystem && hasDriver && !radio.isHardBlocked))
    }
    if !isOwnSystem { try sink.skipped("/sys/class/rfkill", .needsRunningKernel) }
  }

  private static func model(_ card: Device) -> String? {
    let vendor = card.attributes["manufacturer"] ?? card.properties["ID_VENDOR_FROM_DATABASE"]
    let product = card.attributes["product"] ?? card.properties["ID_MODEL_FROM_DATABASE"]
    let name = [vendor, product].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    if !name.isEmpty { return name }
    let codes = [card.attributes["vendor"], card.attributes["device"]].compactMap { $0 }
    return codes.count == 2 ? codes.joined(separator: ":") : nil
  }
}
