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
  /// `room` is the size in bytes of the kernel's buffer for events that nobody has read yet; nil keeps its own.
  /// The corresponding C function is `udev_monitor_new_from_netlink`.
  public init(_ subsystems: [String], room: Int32? = nil) throws {
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
    if let room {
      let result = udev_monitor_set_receive_buffer_size(monitor, room)
      guard result >= 0 else { throw Self.failure("udev_monitor_set_receive_buffer_size", -result) }
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
    return ready > 0 ? try receive() : nil
  }

  /// The next event that waits; nil if none does. Throws `EventOverflow` once where the kernel had no room for some.
  public func receive() throws -> Event? {
    errno = 0
    guard let raw = udev_monitor_receive_device(monitor) else {
      switch errno {
      case 0, EAGAIN, EINTR: return nil
      case ENOBUFS: throw EventOverflow()
      default: throw Self.failure("udev_monitor_receive_device", errno)
      }
    }
    defer { udev_device_unref(raw) }
    let action = udev_device_get_action(raw).map { String(cString: $0) } ?? ""
    return Event(action: action, device: Device(udev: raw))
  }

  private static func failure(_ what: String, _ code: Int32) -> CollectionFailure {
    CollectionFailure(.error, .readFailed, detail: "\(what): \(String(cString: strerror(code)))")
  }
}

/// The kernel had more events than room for them, and some are lost.
public struct EventOverflow: Error, Equatable {
  public init() {}
}
