import Facts

/// Finds what is odd about an attached USB device.
struct UsbInspector {
  let knowledge: DeviceKnowledge

  struct Finding: Equatable {
    let suspicion: Suspicion
    let detail: String
  }

  func findings(_ usb: UsbView, _ kind: UsbKind) -> [Finding] {
    var found: [Finding] = []
    if let faults = usb.descriptors?.faults, !faults.isEmpty {
      found.append(
        Finding(
          suspicion: .malformedDescriptors, detail: faults.map(\.description).joined(separator: ", ")))
    }
    if kind == .unknown {
      found.append(Finding(suspicion: .unknownFunction, detail: usb.triples.joined(separator: " ")))
    }
    guard usb.isKeyboard(knowledge.patterns), ![.phone, .tether].contains(kind) else { return found }
    let triples = usb.triples
    func add(_ suspicion: Suspicion) {
      found.append(Finding(suspicion: suspicion, detail: triples.joined(separator: " ")))
    }
    let patterns = knowledge.patterns
    if patterns.hasInterface("storage", triples) || !usb.children("block").isEmpty {
      add(.keyboardWithStorage)
    }
    let networks = ["phone_tether", "mobile_broadband", "modem", "ethernet", "bluetooth"]
    if networks.contains(where: { patterns.hasInterface($0, triples) }) || !usb.children("net").isEmpty {
      add(.keyboardWithNetwork)
    }
    if !usb.isBuiltIn, triples.contains(where: { $0.hasPrefix("ff") }), kind != .smartcard {
      add(.keyboardWithVendorInterface)
    }
    if knowledge.habits.makesStorage(usb.vendorID) { add(.keyboardOfStorageVendor) }
    return found
  }
}
