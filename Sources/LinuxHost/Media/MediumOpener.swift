import CShims
import Facts
import Glibc

/// Opens a medium that a user names: a folder, a mount point, a block device, or an image of one.
///
/// What is not mounted yet is mounted for reading on block devices that take no writing, in a mount namespace of this
/// process: call before other threads start. What is mounted already is read where it is.
public struct MediumOpener {
  private static let systemPoints: Set<String> = ["/", "/usr", "/boot", "/home", "/var"]
  private let name: String
  private let table: MountTable

  public init(_ name: String) throws {
    self.name = name
    table = MountTable(try FileTree(root: "/").lines("/proc/self/mountinfo", limit: 16 << 20))
  }

  /// Throws `MediumError` where nothing can be read, and says in `problems` which parts cannot.
  public func open() throws -> OpenedMedium {
    var info = stat()
    guard let real = realpath(name, nil) else {
      throw errno == ENOENT || errno == ENOTDIR
        ? MediumError.absent(name)
        : MediumError.unreadable(name, detail: String(cString: strerror(errno)))
    }
    defer { free(real) }
    guard stat(real, &info) == 0 else {
      throw MediumError.unreadable(name, detail: String(cString: strerror(errno)))
    }
    switch info.st_mode & S_IFMT {
    case S_IFDIR: return try folder(String(cString: real))
    case S_IFBLK: return try disk(String(cString: real), Self.number(info.st_rdev))
    case S_IFREG: return try disk(String(cString: real), nil)
    default: throw MediumError.noMedium(name)
    }
  }

  private func folder(_ path: String) throws -> OpenedMedium {
    let files: FileTree
    do { files = try FileTree(root: path) } catch {
      throw MediumError.unreadable(name, detail: error.description)
    }
    let mount = path == "/" ? nil : table.at(path)
    var source = OpenedMedium.Source.folder
    if let mount, mount.root == "/" {
      if mount.number.hasPrefix("0:") {
        var info = stat()
        if stat(mount.source, &info) == 0, info.st_mode & S_IFMT == S_IFBLK {
          source = .device(Self.number(info.st_rdev))
        }
      } else {
        source = .device(mount.number)
      }
    }
    return OpenedMedium(
      name: name, source: source, files: files,
      volumes: [.init(path: "/", fileSystem: source == .folder ? "" : mount?.type ?? "")])
  }

  /// A disk, partition or image; `number` is nil for an image.
  private func disk(_ path: String, _ number: String?) throws -> OpenedMedium {
    if let number { try requireNoSystem(path, number) }
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == EACCES || errno == EPERM { throw MediumError.needsRoot(name) }
      throw MediumError.unreadable(name, detail: String(cString: strerror(errno)))
    }
    defer { close(file) }
    let reader = DiskReader(file)
    let plan = try parts(path, number, reader)
    guard geteuid() == 0 else { throw MediumError.needsRoot(name) }
    guard airseal_private_mounts() == 0 else {
      throw errno == EPERM
        ? MediumError.needsRoot(name)
        : MediumError.unreadable(name, detail: "unshare: \(String(cString: strerror(errno)))")
    }
    return try MediumMounter(name: name, file: file, table: table).mount(
      plan, source: number.map { .device($0) } ?? .image, size: reader.size)
  }

  private func parts(_ path: String, _ number: String?, _ reader: DiskReader) throws -> [MediumPart] {
    let head = reader.read(0, VolumeSignature.length)
    guard let head else { throw MediumError.unreadable(name, detail: "\(path): read error") }
    let signature = VolumeSignature(head)
    let isDisc = signature.map { ["iso9660", "udf"].contains($0.name) } ?? false
    let found =
      signature == nil || isDisc
      ? PartitionTable(size: reader.size) { reader.read($0, $1) ?? [] }?.partitions ?? [] : []
    if signature == nil, found.isEmpty, number == nil { throw MediumError.noFileSystem(name) }
    var parts: [MediumPart] = []
    if signature != nil || found.isEmpty {
      parts.append(
        MediumPart(label: path, offset: 0, size: 0, signature: signature, mountedAt: whole(number)))
    }
    let kernel = number.map(KernelPartitions.init)
    for partition in found {
      let known = kernel?.at(partition.offset)
      let head = reader.read(partition.offset, min(VolumeSignature.length, Int(clamping: partition.size)))
      parts.append(
        MediumPart(
          label: known.map { "/dev/\($0.name)" } ?? "\(path):\(partition.number)",
          offset: partition.offset, size: partition.size, signature: head.flatMap(VolumeSignature.init),
          mountedAt: whole(known?.number), isUnreadable: head == nil))
    }
    return parts
  }

  private func whole(_ number: String?) -> MountTable.Mount? { number.flatMap(table.whole) }

  private func requireNoSystem(_ path: String, _ number: String) throws {
    let numbers = [number] + KernelPartitions(number).all.map(\.number)
    for mount in table.mounts where Self.systemPoints.contains(mount.point) {
      if numbers.contains(mount.number) { throw MediumError.runningSystem(path, mount.point) }
    }
  }

  /// "major:minor", as makedev(3) packs them.
  static func number(_ device: dev_t) -> String {
    "\(device >> 8 & 0xfff | device >> 32 & ~0xfff):\(device & 0xff | device >> 12 & ~0xff)"
  }
}
