/// Files that packages brought, with their digests; kept as hashes.
///
/// /usr and the root may be one folder: a path counts with and without /usr.
struct PackageList: Sendable {
  private var paths: Set<Int> = []
  private var contents: Set<Int> = []
  /// Lengths of the digests, in hex: 32 for MD5, 64 for SHA-256.
  private(set) var lengths: Set<Int> = []

  mutating func add(_ path: some Collection<UInt8>, digest: some Collection<UInt8>) {
    let name = Self.merged(path)
    paths.insert(Self.hash(name, []))
    contents.insert(Self.hash(name, Array(digest)))
    lengths.insert(digest.count)
  }

  func lists(_ path: String) -> Bool { paths.contains(Self.hash(Self.merged(path.utf8), [])) }

  func contains(_ path: String, digest: String) -> Bool {
    contents.contains(Self.hash(Self.merged(path.utf8), Array(digest.utf8)))
  }

  private static let usr = Array("/usr/".utf8)

  private static func merged(_ path: some Collection<UInt8>) -> [UInt8] {
    Array(path.starts(with: usr) ? path.dropFirst(4) : path.dropFirst(0))
  }

  private static func hash(_ path: [UInt8], _ digest: [UInt8]) -> Int {
    var hasher = Hasher()
    path.withUnsafeBytes { hasher.combine(bytes: $0) }
    hasher.combine(0)
    digest.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
