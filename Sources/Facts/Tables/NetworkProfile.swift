/// A configured connection.
public struct NetworkProfile: Fact {
  public static let table = Table(
    "network_profile", "A configured connection",
    [
      .text("source", "Collector"),
      .text("path", "File"),
      .text("uuid", "Identifier"),
      .text("name", "Name"),
      .text("type", "Type as the software names it (802-11-wireless, gsm …)"),
      .optionalText("interface", "Interface that it is bound to"),
      .optionalText("ssid", "Wi-Fi network"),
      .optionalTime("modified_at", "Time of the file"),
    ])

  public var source: String
  public var path: String
  public var uuid: String
  public var name: String
  public var type: String
  public var interface: String?
  public var ssid: String?
  public var modifiedAt: Int64?

  public init(
    source: String, path: String, uuid: String, name: String, type: String,
    interface: String? = nil, ssid: String? = nil, modifiedAt: Int64? = nil
  ) {
    self.source = source
    self.path = path
    self.uuid = uuid
    self.name = name
    self.type = type
    self.interface = interface
    self.ssid = ssid
    self.modifiedAt = modifiedAt
  }
}
