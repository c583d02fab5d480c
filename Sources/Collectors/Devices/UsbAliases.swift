import Facts
import LinuxHost

/// The kinds of devices by the drivers that the inspected system has for them, running or not; its tables are read when
/// first asked.
final class UsbAliases {
  private let host: any Host
  private var aliases: ModuleAliases??

  init(_ host: any Host) { self.host = host }

  /// The kind of an attached device by its interfaces' aliases; nil if the system has no driver for it.
  func kind(of usb: UsbView) throws -> UsbKind? {
    try kind(usb.interfaces.compactMap(\.modalias))
  }

  /// The kind of a device by its ids alone.
  func kind(vendor: String, product: String) throws -> UsbKind? {
    let ids = "v\(vendor.uppercased())p\(product.uppercased())"
    return try kind(["usb:\(ids)d0000dc00dsc00dp00icFFiscFFipFFin00"])
  }

  private func kind(_ texts: [String]) throws -> UsbKind? {
    if aliases == nil { aliases = .some(try ModuleAliases(host.files)) }
    guard let aliases, let table = aliases else { return nil }
    let paths = texts.flatMap(table.drivers)
    for (folder, kind) in Self.folders where paths.contains(where: { $0.contains(folder) }) { return kind }
    return paths.isEmpty ? nil : .other
  }

  private static let folders: [(String, UsbKind)] = [
    ("/net/wwan/", .modem), ("/serial/option.", .modem), ("/serial/sierra.", .modem),
    ("/net/usb/qmi_wwan.", .modem),
    ("/net/usb/sierra_net.", .modem), ("/net/usb/hso.", .modem), ("/serial/qcserial.", .modem),
    ("/net/usb/ipheth.", .phone), ("/net/usb/rndis_host.", .tether), ("/net/wireless/", .wifi),
    ("/bluetooth/", .bluetooth), ("/net/usb/", .ethernet), ("/usb/storage/", .storage),
    ("/media/usb/", .camera),
    ("/sound/usb/", .audio), ("/hid/", .hid),
  ]
}
