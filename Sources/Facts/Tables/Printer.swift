/// A printer, copier or scanner that the machine is set up for.
public struct Printer: Fact {
  public static let table = Table(
    "printer", "A printer, copier or scanner that the machine is set up for",
    [
      .text("name", "Name"),
      .code("connection", "How it was connected", PrinterConnection.self),
      .optionalText("model", "Vendor and model"),
      .optionalText("address", "Host and scheme, without user or password"),
      .text("path", "Path"),
    ])

  public var name: String
  public var connection: PrinterConnection
  public var model: String?
  public var address: String?
  public var path: String

  public init(
    name: String, connection: PrinterConnection, model: String? = nil, address: String? = nil, path: String
  ) {
    self.name = name
    self.connection = connection
    self.model = model
    self.address = address
    self.path = path
  }
}

/// How the machine reaches a printer.
public enum PrinterConnection: String, Codable, Sendable, CaseIterable {
  case usb
  case network
  case bluetooth
  /// A parallel or serial line.
  case line
  /// A file or program of this machine.
  case local
  case other
}
