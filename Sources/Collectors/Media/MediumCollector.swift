import Facts
import LinuxHost

/// The removable medium itself: the device that it is, and what the register says of it.
struct MediumCollector: Collector {
  static let name = "medium"
  static let tables = [Medium.table]
  static let subsystems = ["block", "usb", "mmc"]
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    guard let opened = host.medium else { throw CollectionFailure(.notApplicable, .none) }
    try opened.report(into: sink)
    let types = Set(opened.volumes.map(\.fileSystem)).filter { !$0.isEmpty }.sorted()
    var row = Medium(
      device: opened.name, medium: .folder, size: opened.size.map { Int64(clamping: $0) },
      volumes: Int64(opened.volumes.count), fileSystems: types.joined(separator: ","))
    switch opened.source {
    case .folder: try sink.skipped(opened.name, .partlyRead, detail: "a folder is not a device")
    case .image:
      row.medium = .image
      try sink.skipped(opened.name, .partlyRead, detail: "an image is not the device")
    case .device(let number): try describe(&row, number, host, sink)
    }
    try sink.add(row)
  }

  private func describe(
    _ row: inout Medium, _ number: String, _ host: any Host, _ sink: any FactSink
  ) throws {
    let tree = DeviceTree(try host.devices(Self.subsystems))
    let disk = tree.of("block").first {
      "\($0.properties["MAJOR"] ?? ""):\($0.properties["MINOR"] ?? "")" == number
    }
    guard let disk else {
      row.medium = .disk
      return try sink.skipped(row.device, .expectedButAbsent, detail: "udev knows no disk \(number)")
    }
    if disk.name.hasPrefix("loop") {
      row.medium = .image
      return try sink.skipped(row.device, .partlyRead, detail: "an image is not the device")
    }
    let above = tree.ancestors(of: disk)
    row.size = row.size ?? disk.attributes["size"].flatMap { Int64($0) }.map { $0 * 512 }
    if let usb = UsbView.all(tree).first(where: { disk.isBelow($0.device) && $0.children.contains(disk) }) {
      row.medium = .usbStorage
      row.vendorId = usb.vendorID
      row.productId = usb.productID
      row.model = [usb.vendor, usb.product].compactMap { $0 }.joined(separator: " ")
      row.serial = usb.serial
      row.identity = UsbIdentity.of(usb.vendorID, usb.productID, usb.serial)
    } else if let card = above.first(where: { $0.subsystem == "mmc" }) {
      row.medium = .memoryCard
      row.model = card.attributes["name"]
      row.serial = card.attributes["serial"]
    } else {
      row.medium = disk.name.hasPrefix("sr") ? .opticalDisc : .disk
      row.model = disk.properties["ID_MODEL"]
      row.serial = disk.properties["ID_SERIAL_SHORT"]
    }
    (row.standing, row.purpose) = RegisterIndex(options, at: host.now).attached(
      row.identity, isInspection: false)
  }
}

extension OpenedMedium {
  /// Says of every part that cannot be read why.
  func report(into sink: any FactSink) throws {
    for problem in problems { try sink.skipped(problem.path, problem.reason, detail: problem.detail) }
  }
}
