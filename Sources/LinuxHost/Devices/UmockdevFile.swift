import Facts

/// Devices recorded in umockdev's text format: one block a device, of lines `P:`, `N:`, `S:`, `E:`, `A:`, `H:`, `L:`.
///
/// Source of the format: umockdev(1), `umockdev-record`.
public struct UmockdevFile: Sendable {
  public let devices: [Device]

  /// Reads a recording; throws on a line of no known kind, naming it.
  public init(_ text: String, path: String) throws(RecordingError) {
    var devices: [Device] = []
    var current: Device?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let kind = line.prefix(3)
      let rest = line.dropFirst(3)
      func damaged(_ what: String) -> RecordingError {
        RecordingError(path: path, line: index + 1, problem: what)
      }
      if kind == "P: " {
        if let current { devices.append(current) }
        guard rest.hasPrefix("/devices/") else { throw damaged("a device path begins with /devices/") }
        current = Device(syspath: String(rest), subsystem: "")
        continue
      }
      guard current != nil else { throw damaged("a device begins with a P: line") }
      let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      switch kind {
      case "N: ", "S: ": continue
      case "E: ", "A: ", "L: ", "H: ":
        guard parts.count == 2, !parts[0].isEmpty else { throw damaged("expected name=value") }
      default: throw damaged("expected one of P: N: S: E: A: H: L:")
      }
      let name = String(parts[0])
      if kind == "H: ", name == "descriptors" {
        guard let bytes = Self.bytes(hex: parts[1]) else {
          throw damaged("expected bytes in hexadecimal digits")
        }
        current?.descriptors = bytes
      } else if kind == "E: " {
        current?.properties[name] = String(parts[1])
      } else if kind == "A: ", Device.attributeNames.contains(name) {
        current?.attributes[name] = Self.unescape(parts[1]).trimmed
      } else if kind == "L: ", name == "driver" {
        current?.driver = parts[1].split(separator: "/").last.map(String.init)
      }
    }
    if let current { devices.append(current) }
    self.devices = devices.map { device in
      var device = device
      device.subsystem = device.properties["SUBSYSTEM"] ?? ""
      device.type = device.properties["DEVTYPE"]
      device.driver = device.driver ?? device.properties["DRIVER"]
      return device
    }
  }

  private static func bytes(hex text: Substring) -> [UInt8]? {
    let digits = text.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// Undoes g_strescape(): \n, \t, \" … and bytes in octal.
  private static func unescape(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "b"): 8,
      UInt8(ascii: "f"): 12, UInt8(ascii: "v"): 11,
    ]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(3).prefix { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
      if let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) {
        bytes.append(value)
        rest = rest.dropFirst(digits.count)
      } else {
        bytes.append(plain[next] ?? next)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension StringProtocol {
  /// The text without white space and zero bytes at its ends.
  public var trimmed: String {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace || character == "\0" }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
