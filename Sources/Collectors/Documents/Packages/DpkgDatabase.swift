import LinuxHost

/// dpkg's lists of MD5 digests, `/var/lib/dpkg/info/*.md5sums`.
struct DpkgDatabase: PackageDatabase {
  private static let folder = "/var/lib/dpkg/info"

  let stampPath = "/var/lib/dpkg/status"

  func read(_ files: FileTree, into list: inout PackageList) throws(FileError) {
    for name in try files.list(Self.folder) where name.hasSuffix(".md5sums") {
      Self.add(try files.open("\(Self.folder)/\(name)").read(limit: 64 << 20), to: &list)
    }
  }

  /// Lines of md5sum(1): the digest, two spaces, the path without its first slash.
  private static func add(_ text: [UInt8], to list: inout PackageList) {
    for line in text.split(separator: 0x0A) where line.count > 34 {
      list.add([UInt8(ascii: "/")] + line.dropFirst(34), digest: line.prefix(32))
    }
  }
}
