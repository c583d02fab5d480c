import Facts

/// What a person signs when a device is registered.
public struct DeviceRegistration: Codable, Sendable, Equatable {
  /// Four hex digits, lower case.
  public var vendor: String
  public var product: String
  public var serial: String
  public var name: String?
  public var owner: String
  public var unit: String
  public var purpose: DevicePurpose
  public var origin: DeviceOrigin
  public var inspectedBy: String?
  /// Unix seconds.
  public var inspected: Int64?
  public var issued: Int64
  public var expires: Int64

  public init(
    vendor: String, product: String, serial: String, name: String? = nil, owner: String, unit: String,
    purpose: DevicePurpose, origin: DeviceOrigin, inspectedBy: String? = nil, inspected: Int64? = nil,
    issued: Int64, expires: Int64
  ) {
    self.vendor = vendor
    self.product = product
    self.serial = serial
    self.name = name
    self.owner = owner
    self.unit = unit
    self.purpose = purpose
    self.origin = origin
    self.inspectedBy = inspectedBy
    self.inspected = inspected
    self.issued = issued
    self.expires = expires
  }

  /// Vendor, product and serial, as they are compared.
  public var subject: String { "\(vendor):\(product):\(serial)" }
}

/// What a person signs when a registration ends before its time.
public struct DeviceRevocation: Codable, Sendable, Equatable {
  public var vendor: String
  public var product: String
  public var serial: String
  public var reason: String
  /// Unix seconds.
  public var issued: Int64

  public init(vendor: String, product: String, serial: String, reason: String, issued: Int64) {
    self.vendor = vendor
    self.product = product
    self.serial = serial
    self.reason = reason
    self.issued = issued
  }

  public var subject: String { "\(vendor):\(product):\(serial)" }
}
