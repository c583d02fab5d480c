import Collectors
import Journal
import LinuxHost

/// Turns a device and what happened to it into an event of the journal.
public struct DeviceDescription: Sendable {
  private let recognise: UsbRecognition

  /// Reads `rules/devices`; throws `FileError` and `CollectionFailure`.
  public init(rules: String) throws {
    recognise = try UsbRecognition(rules: rules)
  }

  /// The event; nil for software devices and for actions that say nothing of what is attached.
  ///
  /// `action` is udev's word; nil for a device that was there already.
  public func event(_ action: String?, _ device: Device) -> JournalEvent? {
    guard let kind = Self.kind(action), !device.isVirtual else { return nil }
    var detail = ["path": device.syspath, "subsystem": device.subsystem]
    detail["type"] = device.type
    detail["driver"] = device.driver ?? device.properties["DRIVER"]
    if device.type == "usb_device", device.attributes["idVendor"] != nil {
      detail.merge(recognise.describe(device)) { _, new in new }
    }
    if device.subsystem == "block" {
      detail["label"] = device.properties["ID_FS_LABEL_ENC"]
      detail["filesystem"] = device.properties["ID_FS_TYPE"]
      detail["identifier"] = device.properties["ID_FS_UUID"]
    }
    if device.subsystem == "net" { detail["address"] = device.attributes["address"] }
    if device.subsystem == "rfkill" {
      detail["radio"] = device.properties["RFKILL_STATE"] == "1" ? "on" : "off"
      detail["name"] = device.properties["RFKILL_NAME"]
    }
    return JournalEvent(kind, detail)
  }

  private static func kind(_ action: String?) -> EventKind? {
    switch action {
    case nil: .devicePresent
    case "add": .deviceAdded
    case "remove": .deviceRemoved
    case "change", "bind", "move": .deviceChanged
    default: nil
    }
  }
}
