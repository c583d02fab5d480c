import Glibc

/// The partitions that the kernel made of a disk, from /sys/dev/block.
struct KernelPartitions {
  struct Partition {
    let name: String
    /// "major:minor".
    let number: String
    /// Bytes from the start of the disk.
    let offset: UInt64
  }

  private(set) var all: [Partition] = []

  /// None for a device that is a partition itself, or that is gone.
  init(_ disk: String) {
    let folder = "/sys/dev/block/\(disk)"
    do {
      let sys = try FileTree(root: "/")
      for name in try sys.list(folder) where try sys.exists("\(folder)/\(name)/partition") {
        let number = try sys.text("\(folder)/\(name)/dev", limit: 64).filter { !$0.isWhitespace }
        let start = try sys.text("\(folder)/\(name)/start", limit: 64).filter(\.isNumber)
        all.append(Partition(name: name, number: number, offset: (UInt64(start) ?? 0) * 512))
      }
    } catch { all = [] }
  }

  func at(_ offset: UInt64) -> Partition? { all.first { $0.offset == offset } }
}
