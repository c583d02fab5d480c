import Facts
import LinuxHost

/// USB devices that rotated text logs remember.
struct LogUsbHistoryCollector: Collector {
  static let name = "log_usb_history"
  static let tables = [UsbDeviceHistory.table]

  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    var history = try UsbHistory(source: Self.name, host: host, options: options)
    try TextLogSource(host, sink).read(UsbLine.programs) { _, _ in
      history.close()
    } _: { event in
      history.add(event)
    }
    for device in history.devices() { try sink.add(device) }
  }
}
