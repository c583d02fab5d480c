/// The interface that every Varlink service has (varlink.org/Service).
struct ServiceInterface {
  static let name = "org.varlink.service"

  let version: String

  func answer(_ method: String, _ parameters: VarlinkValue?) throws -> [String: VarlinkValue] {
    switch method {
    case "GetInfo":
      return [
        "vendor": .text("airseal"), "product": .text("airseald"), "version": .text(version),
        "url": .text(""),
        "interfaces": .list([.text(Self.name), .text(InterfaceDescription.name)]),
      ]
    case "GetInterfaceDescription":
      guard let name = parameters?["interface"]?.text else { throw VarlinkError.invalid("interface") }
      switch name {
      case Self.name: return ["description": .text(Self.text)]
      case InterfaceDescription.name: return ["description": .text(InterfaceDescription.text)]
      default: throw VarlinkError.unknownInterface(name)
      }
    default: throw VarlinkError.unknownMethod("\(Self.name).\(method)")
    }
  }

  private static let text = """
    # What every service of this kind tells of itself.
    interface org.varlink.service

    method GetInfo() -> (vendor: string, product: string, version: string, url: string, interfaces: []string)

    method GetInterfaceDescription(interface: string) -> (description: string)

    error InterfaceNotFound (interface: string)
    error MethodNotFound (method: string)
    error MethodNotImplemented (method: string)
    error InvalidParameter (parameter: string)
    error PermissionDenied ()
    error ExpectedMore ()
    """
}
