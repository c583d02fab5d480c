/// A disk or partition on removable media attached now.
public struct RemovableVolume: Fact {
  public static let table = Table(
    "removable_volume", "A disk or partition on removable media attached now",
    [
      .text("syspath", "Device path below /sys"),
      .text("device", "Name of the block device, as sdb1"),
      .optionalText("port", "Bus and port path, as 1-1.2"),
      .text("bus", "Bus (pci, usb, sdio …)"),
      .optionalText("model", "Vendor and model"),
      .optionalText("serial", "Serial as the device reports it"),
      .optionalInteger("partition", "Number of the partition; empty for the whole disk"),
      .integer("size", "Bytes"),
      .optionalText("file_system", "Type of the file system"),
      .optionalText("label", "Label of the file system"),
      .optionalText("uuid", "Identifier of the file system"),
    ])

  public var syspath: String
  public var device: String
  public var port: String?
  public var bus: String
  public var model: String?
  public var serial: String?
  public var partition: Int64?
  public var size: Int64
  public var fileSystem: String?
  public var label: String?
  public var uuid: String?

  public init(
    syspath: String, device: String, port: String? = nil, bus: String, model: String? = nil,
    serial: String? = nil, partition: Int64? = nil, size: Int64, fileSystem: String? = nil,
    label: String? = nil, uuid: String? = nil
  ) {
    self.syspath = syspath
    self.device = device
    self.port = port
    self.bus = bus
    self.model = model
    self.serial = serial
    self.partition = partition
    self.size = size
    self.fileSystem = fileSystem
    self.label = label
    self.uuid = uuid
  }
}
