import CShims
import Facts
import Glibc

/// The path of a folder below a root as the bytes that the file system keeps.
struct RawPath {
  private var bytes: [UInt8] = []

  var isRoot: Bool { bytes.isEmpty }
  var display: String { bytes.isEmpty ? "/" : String(decoding: bytes, as: UTF8.self) }

  func appending(_ name: [UInt8]) -> RawPath {
    var path = self
    path.bytes.append(UInt8(ascii: "/"))
    path.bytes += name
    return path
  }

  /// The path relative to the root, for system calls.
  var relative: [CChar] {
    (isRoot ? [UInt8(ascii: ".")] : Array(bytes.dropFirst())).map(CChar.init(bitPattern:)) + [0]
  }
}

/// What tells one folder from another.
struct Identity: Hashable {
  let device: UInt64
  let inode: UInt64
}

/// A folder that is open for a walk; it closes when it goes.
final class OpenFolder {
  let identity: Identity
  /// Whether the kernel makes the content up: proc, sysfs and the like.
  let isKernelInterface: Bool
  private let path: String
  private let descriptor: Int32

  init(_ tree: FileTree, _ path: RawPath) throws(FileError) {
    let display = path.display
    self.path = display
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
  }

  deinit { close(descriptor) }

  /// The names of the folder as bytes, sorted, without "." and "..".
  func names() throws(FileError) -> [[UInt8]] {
    guard let stream = fdopendir(dup(descriptor)) else { throw FileError(path: path, code: errno) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw FileError(path: path, code: errno) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  func info(_ name: [UInt8], _ keepsBirthTimes: Bool) throws(FileError) -> FileInfo {
    var raw = airseal_file_info()
    guard airseal_file_info_at(descriptor, Self.cString(name), &raw) == 0 else {
      throw FileError(path: "\(path)/\(String(decoding: name, as: UTF8.self))", code: errno)
    }
    return FileInfo(raw, keepsBirthTimes: keepsBirthTimes)
  }

  func openFile(_ name: [UInt8], _ path: String) throws(FileError) -> Int32 {
    try Self.open(path) {
      openat(descriptor, Self.cString(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | $0)
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

  private static func cString(_ name: [UInt8]) -> [CChar] { name.map(CChar.init(bitPattern:)) + [0] }
}

/// Type numbers of linux/magic.h.
enum FileSystemTypes {
  /// proc, sysfs, cgroup, cgroup2, debugfs, tracefs, securityfs, bpf, devpts, pstore, mqueue, hugetlbfs, configfs, efivarfs,
  /// fusectl, binfmt_misc, selinuxfs, nsfs, resctrl.
  static let kernelInterfaces: Set<UInt64> = [
    0x9FA0, 0x6265_6572, 0x0027_E0EB, 0x6367_7270, 0x6462_6720, 0x7472_6163, 0x7363_6673, 0xCAFE_4A11, 0x1CD1,
    0x6165_676C, 0x1980_0202, 0x9584_58F6, 0x6265_6570, 0xDE5E_81E4, 0x6573_5543, 0x4249_4E4D, 0xF97C_FF8C,
    0x6E73_6673, 0x0765_5821,
  ]
}
