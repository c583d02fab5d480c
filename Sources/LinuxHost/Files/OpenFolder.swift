import CShims
import Facts
import Glibc

/// What tells one folder from another.
struct Identity: Hashable {
  let device: UInt64
  let inode: UInt64
}

/// A folder that is open for a walk; it closes when it goes.
final class OpenFolder: Sendable {
  let identity: Identity
  let path: RawPath
  /// Whether the kernel makes the content up: proc, sysfs and the like.
  let isKernelInterface: Bool
  /// Whether the change times of its files are the kernel's own.
  let keepsChangeTimes: Bool
  private let descriptor: Int32

  init(_ tree: FileTree, _ path: RawPath) throws(FileError) {
    self.path = path
    let display = path.display
    let descriptor = try tree.withReaderRights(display) { () throws(FileError) in
      try Self.open(display) {
        airseal_open_without_links(tree.descriptor, path.relative, O_RDONLY | O_DIRECTORY | O_NONBLOCK | $0)
      }
    }
    self.descriptor = descriptor
    var raw = airseal_file_info()
    var type: UInt64 = 0
    guard airseal_file_info(descriptor, &raw) == 0, airseal_file_system(descriptor, &type) == 0 else {
      let code = errno
      close(descriptor)
      throw FileError(path: display, code: code)
    }
    identity = Identity(device: raw.device, inode: raw.inode)
    isKernelInterface = FileSystemTypes.kernelInterfaces.contains(type)
    keepsChangeTimes = FileSystemTypes.keepingChangeTimes.contains(type)
  }

  deinit { close(descriptor) }

  /// Fills the buffer with the next entries; returns their bytes, 0 at the end.
  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    while true {
      let count = airseal_read_folder(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw FileError(path: path.display, code: errno) }
    }
  }

  func info(_ name: UnsafePointer<CChar>, _ keepsBirthTimes: Bool) throws(FileError) -> FileInfo {
    var raw = airseal_file_info()
    guard airseal_file_info_at(descriptor, name, &raw) == 0 else {
      let code = errno
      throw FileError(path: "\(path.isRoot ? "" : path.display)/\(String(cString: name))", code: code)
    }
    return FileInfo(raw, keepsBirthTimes: keepsBirthTimes)
  }

  func openFile(_ name: UnsafePointer<CChar>, _ path: String) throws(FileError) -> Int32 {
    try Self.open(path) {
      openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | $0)
    }
  }

  private static func open(_ path: String, _ body: (Int32) -> Int32) throws(FileError) -> Int32 {
    var flags = airseal_o_noatime
    while true {
      let descriptor = body(flags)
      if descriptor >= 0 { return descriptor }
      if errno == EPERM, flags != 0 {
        flags = 0
      } else if errno != EINTR && errno != EAGAIN {
        throw FileError(path: path, code: errno)
      }
    }
  }
}
