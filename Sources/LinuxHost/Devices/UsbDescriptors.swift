/// The descriptors of a USB device as the kernel's binary attribute `descriptors` holds them.
///
/// Source: Universal Serial Bus Specification 2.0, section 9.6. The bytes are the device's own words: whatever breaks the
/// format is a fault, and what stands before it is kept.
public struct UsbDescriptors: Sendable, Equatable {
  /// One setting of one interface.
  public struct Setting: Sendable, Equatable {
    public var configuration: UInt8
    public var number: UInt8
    public var alternate: UInt8
    public var classCode: UInt8
    public var subclass: UInt8
    public var protocolCode: UInt8

    /// Class, subclass and protocol, six hex digits.
    public var triple: String {
      [classCode, subclass, protocolCode].map { hex($0, 2) }.joined()
    }
  }

  public private(set) var vendor: UInt16 = 0
  public private(set) var product: UInt16 = 0
  /// Release number of the device, binary coded decimal.
  public private(set) var release: UInt16 = 0
  public private(set) var deviceClass: UInt8 = 0
  /// Configurations that were found.
  public private(set) var configurations: [UInt8] = []
  public private(set) var settings: [Setting] = []
  /// What breaks the format, in the order of the bytes.
  public private(set) var faults: [UsbDescriptorFault] = []

  private static let deviceLength = 18
  private static let configurationLength = 9
  private static let interfaceLength = 9

  public init(_ bytes: [UInt8]) { readDevice(bytes) }

  private mutating func readDevice(_ bytes: [UInt8]) {
    guard bytes.count >= Self.deviceLength else { return faults.append(.truncated(at: bytes.count)) }
    guard bytes[0] == Self.deviceLength else { return faults.append(.length(at: 0)) }
    guard bytes[1] == Kind.device else { return faults.append(.type(at: 1)) }
    deviceClass = bytes[4]
    vendor = Self.word(bytes, 8)
    product = Self.word(bytes, 10)
    release = Self.word(bytes, 12)
    var at = Self.deviceLength
    while at < bytes.count {
      guard let next = readConfiguration(bytes, at) else { return }
      at = next
    }
  }

  private enum Kind {
    static let device: UInt8 = 1
    static let configuration: UInt8 = 2
    static let interface: UInt8 = 4
  }

  /// Reads one configuration with all that belongs to it; nil if what follows cannot be found.
  private mutating func readConfiguration(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + Self.configurationLength <= bytes.count else {
      faults.append(.truncated(at: start))
      return nil
    }
    guard bytes[start] >= Self.configurationLength else {
      faults.append(.length(at: start))
      return nil
    }
    guard bytes[start + 1] == Kind.configuration else {
      faults.append(.type(at: start + 1))
      return nil
    }
    let total = Int(Self.word(bytes, start + 2))
    let number = bytes[start + 5]
    configurations.append(number)
    guard total >= Int(bytes[start]) else {
      faults.append(.length(at: start + 2))
      return nil
    }
    let end = start + total
    if end > bytes.count { faults.append(.truncated(at: start + 2)) }
    readBody(bytes, start + Int(bytes[start]), min(end, bytes.count), number)
    return end
  }

  private mutating func readBody(_ bytes: [UInt8], _ start: Int, _ end: Int, _ configuration: UInt8) {
    var at = start
    while at < end {
      let length = Int(bytes[at])
      let shortest = 2
      guard length >= shortest, at + length <= end else { return faults.append(.length(at: at)) }
      if bytes[at + 1] == Kind.interface {
        guard length >= Self.interfaceLength else { return faults.append(.length(at: at)) }
        settings.append(
          Setting(
            configuration: configuration, number: bytes[at + 2], alternate: bytes[at + 3],
            classCode: bytes[at + 5], subclass: bytes[at + 6], protocolCode: bytes[at + 7]))
      }
      at += length
    }
  }

  private static func word(_ bytes: [UInt8], _ at: Int) -> UInt16 {
    UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
  }
}

/// How descriptors break their format, with the offset of the byte that does.
public enum UsbDescriptorFault: Sendable, Equatable {
  /// They end before they should.
  case truncated(at: Int)
  /// A length that cannot be.
  case length(at: Int)
  /// A descriptor where another one belongs.
  case type(at: Int)
}

extension UsbDescriptorFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .truncated(let at): "truncated at \(at)"
    case .length(let at): "length at \(at)"
    case .type(let at): "type at \(at)"
    }
  }
}

func hex(_ number: some BinaryInteger, _ digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(digits - text.count, 0)) + text
}
