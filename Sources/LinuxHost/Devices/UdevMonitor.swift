import CUdev
import Facts
import Glibc

/// Tells of devices that come and go, as udev has processed them.
public final class UdevMonitor {
  /// A device and what happened to it: add, remove, bind, unbind, change.
  public struct Event: Sendable {
    public let action: String
    public let device: Device
  }

  private let udev: OpaquePointer
  private let monitor: OpaquePointer

  /// Listens from now on to devices of the given subsystems; throws if udev cannot be listened to.
  ///
  /// The corresponding C function is `udev_monitor_new_from_netlink`.
  public init(_ subsystems: [String]) throws {
    guard let udev = udev_new() else { throw Self.failure("udev_new", errno) }
    guard let monitor = udev_monitor_new_from_netlink(udev, "udev") else {
      let code = errno
      udev_unref(udev)
      throw Self.failure("udev_monitor_new_from_netlink", code)
    }
    self.udev = udev
    self.monitor = monitor
    for subsystem in subsystems {
      let result = udev_monitor_filter_add_match_subsystem_devtype(monitor, subsystem, nil)
      guard result >= 0 else {
        throw Self.failure("udev_monitor_filter_add_match_subsystem_devtype", -result)
      }
    }
    let result = udev_monitor_enable_receiving(monitor)
    guard result >= 0 else { throw Self.failure("udev_monitor_enable_receiving", -result) }
  }

  deinit {
    udev_monitor_unref(monitor)
    udev_unref(udev)
  }

  /// The descriptor that becomes readable with the next event.
  public var descriptor: Int32 { udev_monitor_get_fd(monitor) }

  /// The next event; nil if none comes within so many milliseconds.
  public func next(within milliseconds: Int32) throws -> Event? {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let ready = poll(&wanted, 1, milliseconds)
    if ready < 0, errno != EINTR { throw Self.failure("poll", errno) }
    guard ready > 0, let raw = udev_monitor_receive_device(monitor) else { return nil }
    defer { udev_device_unref(raw) }
    let action = udev_device_get_action(raw).map { String(cString: $0) } ?? ""
    return Event(action: action, device: Device(udev: raw))
  }

  private static func failure(_ what: String, _ code: Int32) -> CollectionFailure {
    CollectionFailure(.error, .readFailed, detail: "\(what): \(String(cString: strerror(code)))")
  }
}
