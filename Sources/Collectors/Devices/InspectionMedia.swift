import Facts
import Glibc
import LinuxHost

/// The devices that airseal itself runs from or writes to.
struct InspectionMedia {
  private let disks: [Device]

  /// Finds the disks that hold airseal's program and the given paths; throws if a path that is there cannot be described.
  init(_ paths: [String], _ tree: DeviceTree) throws {
    var numbers: Set<String> = []
    for path in paths + ["/proc/self/exe"] {
      var info = stat()
      if stat(path, &info) == 0 {
        numbers.insert(Self.number(info.st_dev))
      } else if errno != ENOENT {
        throw CollectionFailure(.error, .readFailed, detail: path)
      }
    }
    disks = tree.of("block").filter { disk in
      guard let major = disk.properties["MAJOR"], let minor = disk.properties["MINOR"] else { return false }
      return numbers.contains("\(major):\(minor)")
    }
  }

  /// "major:minor", as makedev(3) packs them.
  private static func number(_ device: dev_t) -> String {
    let major = device >> 8 & 0xfff | device >> 32 & ~0xfff
    let minor = device & 0xff | device >> 12 & ~0xff
    return "\(major):\(minor)"
  }

  /// Whether one of the disks stands on a device.
  func contains(_ device: Device) -> Bool { disks.contains { $0.isBelow(device) } }
}
