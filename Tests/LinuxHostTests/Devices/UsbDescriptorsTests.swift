import LinuxHost
import Testing

/// Descriptors are the device's own words.
@Suite struct UsbDescriptorsTests {
  /// A SanDisk stick: one configuration, one interface, two endpoints.
  static let stick: [UInt8] =
    [18, 1, 0, 2, 0, 0, 0, 64, 0x81, 0x07, 0x67, 0x55, 0, 1, 1, 2, 3, 1]
    + [9, 2, 32, 0, 1, 1, 0, 0xc0, 50] + [9, 4, 0, 0, 2, 8, 6, 0x50, 0]
    + [7, 5, 0x81, 2, 0, 2, 0, 7, 5, 1, 2, 0, 2, 0]

  @Test func readsAStick() {
    let read = UsbDescriptors(Self.stick)
    #expect(read.faults.isEmpty)
    #expect(read.vendor == 0x0781 && read.product == 0x5567 && read.release == 0x0100)
    #expect(read.configurations == [1])
    #expect(read.settings.map(\.triple) == ["080650"])
  }

  @Test func readsEveryConfigurationAndSetting() {
    let second: [UInt8] =
      [9, 2, 27, 0, 2, 2, 0, 0xc0, 50] + [9, 4, 0, 0, 0, 3, 1, 1, 0] + [9, 4, 0, 1, 0, 3, 1, 2, 0]
    let read = UsbDescriptors(Self.stick + second)
    #expect(read.faults.isEmpty && read.configurations == [1, 2])
    #expect(read.settings.map(\.triple) == ["080650", "030101", "030102"])
    #expect(read.settings.map(\.alternate) == [0, 0, 1])
  }

  @Test(arguments: [
    (0, UInt8(17), UsbDescriptorFault.length(at: 0)), (1, 9, .type(at: 1)), (18, 4, .length(at: 18)),
    (19, 4, .type(at: 19)), (20, 200, .truncated(at: 20)), (20, 3, .length(at: 20)), (27, 0, .length(at: 27)),
    (27, 1, .length(at: 27)), (27, 200, .length(at: 27)), (36, 0, .length(at: 36)), (43, 9, .length(at: 43)),
  ])
  func namesFaults(at: Int, byte: UInt8, fault: UsbDescriptorFault) {
    var bytes = Self.stick
    bytes[at] = byte
    #expect(UsbDescriptors(bytes).faults == [fault])
  }

  @Test func aShortInterfaceIsAFault() {
    var bytes = Self.stick
    bytes[27] = 8
    #expect(UsbDescriptors(bytes).faults.first == .length(at: 27))
  }

  @Test func nothingIsTruncated() {
    for length in 0..<Self.stick.count {
      #expect(!UsbDescriptors(Array(Self.stick.prefix(length))).faults.isEmpty || length == 18)
    }
  }

  /// Every one-byte change and cut of a real device ends in settings or faults, never in a crash.
  @Test func anyChangeIsSurvived() {
    for at in Self.stick.indices {
      for byte in [UInt8(0), 1, 2, 4, 8, 9, 127, 128, 254, 255] {
        var bytes = Self.stick
        bytes[at] = byte
        let read = UsbDescriptors(bytes)
        #expect(read.settings.count <= 2)
      }
    }
  }
}
