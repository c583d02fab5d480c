import Facts
import LinuxHost

/// Microphones and cameras: sound cards that can record, and video devices that can capture.
struct RecordingDeviceCollector: Collector {
  static let name = "recording_device"
  static let tables = [RecordingDevice.table]
  static let subsystems = ["sound", "video4linux", "usb", "pci"]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let tree = DeviceTree(try host.devices(Self.subsystems))
    var seen: Set<String> = []
    for device in tree.devices {
      guard let kind = kind(device) else { continue }
      let card = tree.ancestors(of: device).first { $0.type == "usb_device" || $0.subsystem == "pci" }
      let place = "\(kind.rawValue) \(card?.syspath ?? device.syspath)"
      guard seen.insert(place).inserted else { continue }
      let isFixed = card?.subsystem != "usb" || card?.attributes["removable"] == "fixed"
      try sink.add(
        RecordingDevice(
          syspath: device.syspath, kind: kind, name: name(device, card), bus: device.bus, builtIn: isFixed))
    }
  }

  /// ALSA names a stream that records pcmC0D0c; V4L2 devices say what they can.
  private func kind(_ device: Device) -> RecordingKind? {
    switch device.subsystem {
    case "sound": return device.name.hasPrefix("pcm") && device.name.hasSuffix("c") ? .microphone : nil
    case "video4linux":
      guard device.name.hasPrefix("video") else { return nil }
      return device.properties["ID_V4L_CAPABILITIES"].map { $0.contains(":capture:") } ?? true ? .camera : nil
    default: return nil
    }
  }

  private func name(_ device: Device, _ card: Device?) -> String {
    let names = [
      device.attributes["name"], card?.attributes["product"], device.properties["ID_MODEL_FROM_DATABASE"],
      card?.properties["ID_MODEL_FROM_DATABASE"],
    ]
    return names.compactMap { $0 }.first { !$0.isEmpty } ?? device.name
  }
}
