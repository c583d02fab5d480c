import Facts
import LinuxHost

/// USB devices attached now, hubs too, with their interfaces and what is odd about them.
struct UsbDeviceCollector: Collector {
  static let name = "usb_device"
  static let tables = [UsbDevice.table, UsbInterface.table, UsbSuspicion.table]
  static var subsystems: [String] { UsbView.subsystems }
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let knowledge = try options.devices.value()
    let classifier = UsbClassifier(knowledge: knowledge)
    let inspector = UsbInspector(knowledge: knowledge)
    let tree = DeviceTree(try host.devices(UsbView.subsystems))
    let views = UsbView.all(tree)
    if host.nature != .recording { try requireRootHub(views, host) }
    let media = host.nature == .live ? try InspectionMedia(options.ownPaths, tree) : nil
    let drivers = UsbAliases(host)
    let register = RegisterIndex(options, at: host.now)
    for usb in views {
      let path = usb.device.syspath
      guard usb.vendorID.count == 4, usb.productID.count == 4 else {
        try sink.skipped(path, .partlyRead)
        continue
      }
      if host.nature != .recording, usb.descriptors == nil {
        try sink.skipped("/sys\(path)/descriptors", .expectedButAbsent)
      }
      var kind = classifier.judge(usb.traits(knowledge.patterns)).kind
      if kind == .unknown { kind = try drivers.kind(of: usb) ?? .unknown }
      let prints = [.printer, .ippUsb, .scanner].contains(kind)
      var device = row(usb, kind)
      device.inspection = media?.contains(usb.device) ?? false
      device.networkSide =
        prints && (kind == .ippUsb || knowledge.habits.namesNetworkPrinter(usb.product ?? ""))
      (device.standing, device.purpose) = register.attached(
        kind == .cardReader ? nil : device.identity, isInspection: device.inspection)
      device.seenOn = register.seen(kind == .cardReader ? nil : device.identity)
      try sink.add(device)
      for setting in settings(usb) { try sink.add(setting) }
      for finding in inspector.findings(usb, kind) {
        try sink.add(
          UsbSuspicion(
            vendorId: usb.vendorID, productId: usb.productID, product: usb.product, serial: usb.serial,
            port: usb.device.name, suspicion: finding.suspicion, detail: finding.detail, attached: true,
            seenAt: host.now))
      }
    }
  }

  private func row(_ usb: UsbView, _ kind: UsbKind) -> UsbDevice {
    let device = usb.device
    let nodes = usb.children.filter { Self.shown.contains($0.subsystem) }.map { "\($0.subsystem)/\($0.name)" }
    let state: DescriptorState =
      usb.descriptors.map { $0.faults.isEmpty ? .read : .malformed } ?? .absent
    let count =
      usb.descriptors?.configurations.count ?? device.attributes["bNumConfigurations"].flatMap { Int($0) }
      ?? 0
    return UsbDevice(
      syspath: device.syspath, port: device.name, vendorId: usb.vendorID, productId: usb.productID,
      vendor: usb.vendor, product: usb.product, serial: usb.serial,
      identity: UsbIdentity.of(usb.vendorID, usb.productID, usb.serial), kind: kind,
      speed: device.attributes["speed"], configurations: Int64(count),
      interfaces: ":" + usb.triples.map { "\($0):" }.joined(),
      drivers: usb.drivers.sorted().joined(separator: ","), children: nodes.sorted().joined(separator: ","),
      networkInterface: usb.children("net").map(\.name).min(), descriptors: state, builtIn: usb.isBuiltIn,
      hasMedium: usb.children("block").contains { ($0.attributes["size"].flatMap { Int64($0) } ?? 1) > 0 })
  }

  private static let shown: Set<String> = [
    "net", "tty", "block", "bluetooth", "ieee80211", "wwan", "input", "sound", "video4linux", "usbmisc",
  ]

  /// The settings that the descriptors list; where there are none, the interfaces in use.
  private func settings(_ usb: UsbView) -> [UsbInterface] {
    let active = usb.device.attributes["bConfigurationValue"].flatMap { UInt8($0.filter(\.isNumber)) }
    func driver(_ number: UInt8) -> String? {
      usb.interfaces.first { $0.attributes["bInterfaceNumber"] == String(format: number) }?.driver
    }
    guard let descriptors = usb.descriptors else {
      return usb.interfaces.map { interface in
        UsbInterface(
          syspath: usb.device.syspath, configuration: Int64(active ?? 1),
          number: Int64(interface.attributes["bInterfaceNumber"] ?? "", radix: 16) ?? 0,
          alternate: Int64(interface.attributes["bAlternateSetting"]?.filter(\.isNumber) ?? "") ?? 0,
          triple: interface.triple, active: true, driver: interface.driver)
      }
    }
    return descriptors.settings.map { setting in
      let isActive = active.map { $0 == setting.configuration } ?? (descriptors.configurations.count == 1)
      return UsbInterface(
        syspath: usb.device.syspath, configuration: Int64(setting.configuration),
        number: Int64(setting.number), alternate: Int64(setting.alternate), triple: setting.triple,
        active: isActive, driver: isActive ? driver(setting.number) : nil)
    }
  }

  /// A machine with USB ports always has root hubs; a bus that shows nothing at all on one with a USB controller is blind.
  private func requireRootHub(_ views: [UsbView], _ host: any Host) throws {
    guard views.isEmpty else { return }
    let controllers = try host.devices(["pci"]).filter {
      $0.attributes["class"]?.hasPrefix("0x0c03") == true && $0.driver != nil
    }
    if let controller = controllers.first {
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: controller.syspath)
    }
  }
}

extension String {
  /// Two hexadecimal digits.
  fileprivate init(format number: UInt8) {
    let text = String(number, radix: 16)
    self = text.count == 1 ? "0\(text)" : text
  }
}
