import CUdev
import Facts
import Glibc

/// Devices of the running kernel, as libudev enumerates them.
struct UdevEnumeration {
  private static let terminals = "tty"
  /// Patterns of every name but tty0, tty1 …: the kernel's virtual consoles are many, and to open one costs as much as any.
  private static let besidesConsoles = ["tty[!0-9]*", "tt[!y]*", "t[!t]*", "[!t]*"]

  /// Devices of the given subsystems; throws if the kernel's device tree cannot be read.
  ///
  /// The corresponding C function is `udev_enumerate_scan_devices`.
  static func devices(_ subsystems: [String]) throws -> [Device] {
    try requireDeviceTree()
    guard let udev = udev_new() else { throw failure("udev_new", errno) }
    defer { udev_unref(udev) }
    return try devices(udev, subsystems.filter { $0 != terminals })
      + (subsystems.contains(terminals) ? try devices(udev, [terminals], named: besidesConsoles) : [])
  }

  private static func devices(
    _ udev: OpaquePointer, _ subsystems: [String], named patterns: [String] = []
  ) throws -> [Device] {
    if subsystems.isEmpty { return [] }
    guard let enumeration = udev_enumerate_new(udev) else { throw failure("udev_enumerate_new", errno) }
    defer { udev_enumerate_unref(enumeration) }
    for subsystem in subsystems {
      let result = udev_enumerate_add_match_subsystem(enumeration, subsystem)
      guard result >= 0 else { throw failure("udev_enumerate_add_match_subsystem", -result) }
    }
    for pattern in patterns {
      let result = udev_enumerate_add_match_sysname(enumeration, pattern)
      guard result >= 0 else { throw failure("udev_enumerate_add_match_sysname", -result) }
    }
    let result = udev_enumerate_scan_devices(enumeration)
    guard result >= 0 else { throw failure("udev_enumerate_scan_devices", -result) }
    var devices: [Device] = []
    var entry = udev_enumerate_get_list_entry(enumeration)
    while let current = entry {
      entry = udev_list_entry_get_next(current)
      guard let path = udev_list_entry_get_name(current), !isConsole(path) else { continue }
      errno = 0
      guard let raw = udev_device_new_from_syspath(udev, path) else {
        if [ENOENT, ENODEV, ENXIO].contains(errno) { continue }
        throw failure(String(cString: path), errno)
      }
      defer { udev_device_unref(raw) }
      var device = Device(udev: raw)
      if device.type == "usb_device" { device.descriptors = try descriptors(of: device) }
      devices.append(device)
    }
    return devices
  }

  /// The binary attribute `descriptors`; nil if the device has gone meanwhile.
  private static func descriptors(of device: Device) throws -> [UInt8]? {
    let path = "/sys\(device.syspath)/descriptors"
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0, [ENOENT, ENODEV].contains(errno) { return nil }
    guard file >= 0 else { throw failure(path, errno) }
    defer { close(file) }
    let limit = 1 << 16
    var count = 0
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, used in
      while count < limit {
        let got = read(file, buffer.baseAddress.map { $0 + count }, limit - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { break }
        count += got
      }
      used = count
    }
    if code == ENODEV { return nil }
    guard code == 0 else { throw failure(path, code) }
    return bytes
  }

  /// No hardware stands behind terminals of the kernel's own.
  private static func isConsole(_ path: UnsafePointer<CChar>) -> Bool {
    let prefix = "/sys/devices/virtual/tty/"
    return strncmp(path, prefix, prefix.utf8.count) == 0
  }

  /// A machine without /sys would enumerate as one without devices.
  private static func requireDeviceTree() throws {
    for folder in ["/sys/bus", "/sys/class", "/sys/devices"] where access(folder, R_OK | X_OK) != 0 {
      throw CollectionFailure(
        .error, errno == EACCES ? .permissionDenied : .expectedButAbsent, detail: folder)
    }
  }

  private static func failure(_ what: String, _ code: Int32) -> CollectionFailure {
    CollectionFailure(.error, .readFailed, detail: "\(what): \(String(cString: strerror(code)))")
  }
}

extension Device {
  init(udev raw: OpaquePointer) {
    func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }
    let path = text(udev_device_get_devpath(raw)) ?? ""
    var properties: [String: String] = [:]
    var entry = udev_device_get_properties_list_entry(raw)
    while let current = entry {
      if let name = text(udev_list_entry_get_name(current)) {
        properties[name] = text(udev_list_entry_get_value(current)) ?? ""
      }
      entry = udev_list_entry_get_next(current)
    }
    var attributes: [String: String] = [:]
    let subsystem = text(udev_device_get_subsystem(raw)) ?? ""
    let type = text(udev_device_get_devtype(raw))
    for name in Device.attributeNames(subsystem, type) {
      if let value = text(udev_device_get_sysattr_value(raw, name)) { attributes[name] = value.trimmed }
    }
    self.init(
      syspath: path, subsystem: subsystem, type: type, driver: text(udev_device_get_driver(raw)),
      properties: properties, attributes: attributes)
  }
}
