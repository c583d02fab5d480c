import Facts
import Journal
import LinuxHost

/// Devices that airseal's own daemon saw come and go.
struct WatchStore: DeviceStore {
  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    guard let journal = try WatchJournal(host.files) else { return }
    _ = try journal.read { entry in
      let kinds: Set<EventKind> = [.devicePresent, .deviceAdded, .deviceRemoved]
      guard kinds.contains(entry.kind), entry.detail["type"] == "usb_device" else { return }
      let time = entry.moment.time / 1_000_000
      let kind = entry.detail["kind"].flatMap(UsbKind.init)
      try add(
        DeviceSighting(
          evidence: .watch, path: WatchJournal.path, vendor: entry.detail["vendor_id"],
          product: entry.detail["product_id"], serial: entry.detail["serial"],
          maker: entry.detail["vendor"], name: entry.detail["product"],
          kind: kind.map { .init(kind: $0, confidence: .high) }, first: time, last: time))
    }
  }
}
