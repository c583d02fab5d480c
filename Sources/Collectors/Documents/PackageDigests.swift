import Facts
import LinuxHost

/// The digests that Debian's package database keeps of the files that packages brought.
///
/// The database is read once, when it is first asked for; it is kept as hashes.
final class PackageDigests {
  private static let folder = "/var/lib/dpkg/info"

  private let files: FileTree
  private var isLoaded = false
  private var paths: Set<Int> = []
  private var contents: Set<Int> = []

  init(_ files: FileTree) { self.files = files }

  /// Whether an open file is what its package brought; throws what reading the file or the database throws.
  func contains(_ path: String, _ file: OpenFile) throws(FileError) -> Bool {
    if !isLoaded {
      isLoaded = true
      try load()
    }
    let name = Array(path.utf8)
    guard paths.contains(Self.hash(name[...])) else { return false }
    return contents.contains(Self.hash(name[...], Array(try FileDigest.md5(file).utf8)[...]))
  }

  private func load() throws(FileError) {
    let names: [String]
    do {
      names = try files.list(Self.folder).filter { $0.hasSuffix(".md5sums") }
    } catch {
      if error.isAbsent { return }
      throw error
    }
    for name in names { add(try files.open("\(Self.folder)/\(name)").read(limit: 64 << 20)) }
  }

  /// Lines of md5sum(1): the digest, two spaces, the path without its first slash.
  private func add(_ list: [UInt8]) {
    for line in list.split(separator: 0x0A) where line.count > 34 {
      let digest = line.prefix(32)
      let path = [UInt8(ascii: "/")] + line.dropFirst(34)
      for form in [path, Array("/usr".utf8) + path] {
        paths.insert(Self.hash(form[...]))
        contents.insert(Self.hash(form[...], digest))
      }
    }
  }

  private static func hash(_ path: ArraySlice<UInt8>, _ digest: ArraySlice<UInt8> = []) -> Int {
    var hasher = Hasher()
    path.withUnsafeBytes { hasher.combine(bytes: $0) }
    hasher.combine(0)
    digest.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
