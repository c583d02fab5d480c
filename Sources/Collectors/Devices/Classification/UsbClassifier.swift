import Facts

/// Tells what a USB device is, and how surely: telecommunication and networks first, then phones, radios, storage, and
/// the rest.
///
/// Interfaces, drivers and nodes decide; where there are none the tables of products do, then a vendor's habits.
struct UsbClassifier {
  let knowledge: DeviceKnowledge
  private var patterns: DevicePatterns { knowledge.patterns }
  private var habits: VendorHabits { knowledge.habits }

  struct Judgement: Equatable {
    var kind: UsbKind
    var confidence: Confidence
  }

  func judge(_ usb: UsbTraits) -> Judgement {
    if isHub(usb) { return Judgement(kind: .hub, confidence: .high) }
    let listed = knowledge.listed(usb.vendor, usb.product)
    if let phone = phone(usb, listed) {
      if sharesNetwork(usb) { return Judgement(kind: .tether, confidence: drivenConfidence(usb)) }
      return listed?.kind == .tether && usb.triples.isEmpty
        ? Judgement(kind: .tether, confidence: listed?.confidence ?? .medium)
        : Judgement(kind: .phone, confidence: phone)
    }
    if let modem = modem(usb, listed) { return Judgement(kind: .modem, confidence: modem) }
    if let connected = network(usb, listed) { return connected }
    if let function = function(usb, listed) { return function }
    return byIDs(usb, listed)
  }

  /// Whether a phone gives the machine a network. Those of Apple show the interfaces for it at all times.
  private func sharesNetwork(_ usb: UsbTraits) -> Bool {
    let isApple = patterns.isProduct("phone", usb.vendor, usb.product)
    return usb.hasNetwork || patterns.hasInterface("phone_tether", usb.activeTriples)
      || patterns.hasInterface("ethernet", usb.activeTriples) && !isApple
      || patterns.hasDriver("tether", usb.drivers) || patterns.hasDriver("ethernet", usb.drivers)
  }

  private func isHub(_ usb: UsbTraits) -> Bool {
    usb.deviceClass == "09" || !usb.triples.isEmpty && usb.triples.allSatisfy { $0.hasPrefix("09") }
  }

  /// How surely a device is a phone; nil if nothing says so.
  private func phone(_ usb: UsbTraits, _ listed: ProductTable.Entry?) -> Confidence? {
    let isCamera = patterns.isVendor("camera", usb.vendor) || listed?.kind == .camera
    if patterns.isProduct("phone", usb.vendor, usb.product) { return .high }
    if patterns.hasInterface("phone", usb.triples) || patterns.hasDriver("phone", usb.drivers) {
      return .high
    }
    let isNamed = habits.namesPhone(usb.label.lowercased())
    let isListed = listed?.kind == .phone || listed?.kind == .tether
    if !isCamera, usb.speaksMTP || patterns.hasInterface("still_image", usb.triples) {
      return isListed || isNamed || isPhoneVendor(usb) ? .high : .medium
    }
    if isListed {
      return isNamed ? .high : listed?.confidence
    }
    let speaks =
      patterns.hasInterface("modem", usb.triples) || patterns.hasInterface("phone_tether", usb.triples)
      || patterns.hasInterface("ethernet", usb.triples) || patterns.hasDriver("tether", usb.drivers)
      || patterns.hasDriver("ethernet", usb.drivers) || patterns.hasDriver("serial", usb.drivers)
    if speaks, isNamed || isPhoneVendor(usb), listed == nil { return isNamed ? .high : .medium }
    if usb.triples.isEmpty, usb.drivers.isEmpty, isNamed { return .medium }
    return nil
  }

  /// Whether a vendor makes phones and no modems.
  private func isPhoneVendor(_ usb: UsbTraits) -> Bool {
    patterns.isVendor("phone", usb.vendor) && !patterns.isVendor("modem", usb.vendor)
  }

  private func drivenConfidence(_ usb: UsbTraits) -> Confidence {
    usb.triples.isEmpty && !patterns.hasDriver("tether", usb.drivers) ? .medium : .high
  }

  private func modem(_ usb: UsbTraits, _ listed: ProductTable.Entry?) -> Confidence? {
    if patterns.hasDriver("modem", usb.drivers) { return .high }
    if usb.nodes.contains("net:wwan") || usb.nodes.contains("wwan") { return .high }
    if patterns.isProduct("modem", usb.vendor, usb.product) { return .high }
    if patterns.hasInterface("mobile_broadband", usb.triples) { return .high }
    if listed?.kind == .modem { return listed?.confidence }
    if patterns.isVendor("modem", usb.vendor), listed == nil {
      let speaks =
        usb.nodes.contains("net") || usb.nodes.contains("tty")
        || patterns.hasInterface("ethernet", usb.triples) || patterns.hasInterface("modem", usb.triples)
      if speaks { return .high }
      if ["ethernet", "serial"].contains(where: { patterns.hasDriver($0, usb.drivers) }) { return .medium }
    }
    let isModem =
      patterns.hasInterface("modem", usb.triples) && !patterns.isVendor("serial_board", usb.vendor)
    return isModem ? .medium : nil
  }

  /// Networks and radios that are neither phone nor modem.
  private func network(_ usb: UsbTraits, _ listed: ProductTable.Entry?) -> Judgement? {
    let isGadget = patterns.isVendor("network_gadget", usb.vendor)
    let tethers =
      patterns.hasInterface("phone_tether", usb.triples) || patterns.hasDriver("tether", usb.drivers)
    if tethers && !isGadget { return Judgement(kind: .tether, confidence: .high) }
    if usb.nodes.contains("net:wlan") || usb.nodes.contains("ieee80211")
      || patterns.hasDriver("wifi", usb.drivers) || patterns.isProduct("wifi", usb.vendor, usb.product)
    {
      return Judgement(kind: .wifi, confidence: .high)
    }
    if listed?.kind == .wifi { return Judgement(kind: .wifi, confidence: listed?.confidence ?? .medium) }
    if patterns.hasInterface("bluetooth", usb.triples) || usb.nodes.contains("bluetooth")
      || patterns.hasDriver("bluetooth", usb.drivers)
    {
      return Judgement(kind: .bluetooth, confidence: .high)
    }
    if usb.hasNetwork || tethers || patterns.hasInterface("ethernet", usb.triples)
      || patterns.hasDriver("ethernet", usb.drivers)
    {
      return Judgement(kind: .ethernet, confidence: .high)
    }
    return nil
  }

  /// Functions that interfaces, drivers and nodes prove.
  private func function(_ usb: UsbTraits, _ listed: ProductTable.Entry?) -> Judgement? {
    let label = usb.label.lowercased()
    if patterns.hasInterface("still_image", usb.triples) || usb.speaksMTP {
      return Judgement(kind: .camera, confidence: .high)
    }
    if patterns.hasInterface("storage", usb.triples) || usb.nodes.contains("block")
      || patterns.hasDriver("storage", usb.drivers)
    {
      let isReader = listed?.kind == .cardReader || habits.namesCardReader(label)
      return Judgement(kind: isReader ? .cardReader : .storage, confidence: .high)
    }
    if patterns.hasInterface("ipp_usb", usb.triples) { return Judgement(kind: .ippUsb, confidence: .high) }
    for (meaning, kind) in Self.plain
    where patterns.hasInterface(meaning, usb.triples) || patterns.hasDriver(meaning, usb.drivers) {
      // Buttons of headsets and tokens are human interfaces too; a log names their driver only.
      if kind == .hid, usb.triples.isEmpty, let listed, Self.hasButtons.contains(listed.kind) {
        return Judgement(kind: listed.kind, confidence: listed.confidence)
      }
      let isWireless =
        kind == .hid && (listed?.kind == .wirelessHid || habits.namesWireless(label))
      return Judgement(kind: isWireless ? .wirelessHid : kind, confidence: .high)
    }
    return nil
  }

  private static let hasButtons: Set<UsbKind> = [.audio, .smartcard, .camera, .printer, .scanner]

  private static let plain: [(String, UsbKind)] = [
    ("printer", .printer), ("smartcard", .smartcard), ("camera", .camera), ("audio", .audio), ("hid", .hid),
  ]

  /// What tables and habits say where nothing else does.
  private func byIDs(_ usb: UsbTraits, _ listed: ProductTable.Entry?) -> Judgement {
    if let listed { return Judgement(kind: listed.kind, confidence: listed.confidence) }
    if let habit = habits.habit(usb.vendor), usb.triples.isEmpty, usb.drivers.isEmpty {
      let isNamed = habit.kind == .phone && habits.namesPhone(usb.label.lowercased())
      return Judgement(kind: habit.kind, confidence: isNamed ? .high : habit.confidence)
    }
    if patterns.isVendor("serial_board", usb.vendor) { return Judgement(kind: .other, confidence: .medium) }
    let bound = usb.drivers.subtracting(["usb", "usbfs"])
    if !bound.isEmpty { return Judgement(kind: .other, confidence: .medium) }
    let isHarmless =
      !usb.triples.isEmpty && usb.triples.allSatisfy { patterns.hasInterface("harmless", [$0]) }
    return Judgement(kind: isHarmless ? .other : .unknown, confidence: isHarmless ? .high : .low)
  }

  /// Kinds from the one that says most of a machine's connections to the one that says least.
  static let precedence: [UsbKind] = [
    .modem, .tether, .phone, .wifi, .bluetooth, .ethernet, .storage, .cardReader, .ippUsb, .printer, .scanner,
    .camera, .audio, .smartcard, .wirelessHid, .hid, .fingerprint, .hub, .other, .unknown,
  ]

  static func rank(_ kind: UsbKind) -> Int { precedence.firstIndex(of: kind) ?? precedence.count }
}
