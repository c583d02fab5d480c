import Facts
import LinuxHost
import Synchronization

/// The digests that package databases keep of the files that packages brought: dpkg, RPM, pacman.
///
/// A database is read once, when it is first asked for.
final class PackageDigests: Sendable {
  private struct State {
    var list = PackageList()
    var isLoaded = false
    var failures: [FileError] = []
  }

  private static let databases: [any PackageDatabase] = [
    DpkgDatabase(), RpmDatabase(), PacmanDatabase(),
  ]

  /// Changes whenever a package comes, goes or changes.
  let stamp: UInt64
  private let files: FileTree
  private let state = Mutex(State())

  /// Where packages are not `trusted`, as on a medium that anyone wrote, they vouch for nothing.
  init(_ files: FileTree, trusted: Bool = true) {
    self.files = files
    if !trusted { state.withLock { $0.isLoaded = true } }
    stamp = Self.stamp(files)
  }

  /// Whether an open file is what its package brought; throws what reading the file throws.
  func contains(_ path: String, _ file: OpenFile) throws(FileError) -> Bool {
    let list = list()
    guard list.lists(path) else { return false }
    if list.lengths.contains(32) {
      let digest = try FileDigest.md5(file)
      if list.contains(path, digest: digest) { return true }
    }
    guard list.lengths.contains(64) else { return false }
    let digest = try FileDigest.sha256(file)
    return list.contains(path, digest: digest)
  }

  /// What kept a database from being read; empty after the first call.
  func takeFailures() -> [FileError] {
    state.withLock { state in
      let failures = state.failures
      state.failures = []
      return failures
    }
  }

  private func list() -> PackageList {
    state.withLock { state in
      guard !state.isLoaded else { return state.list }
      state.isLoaded = true
      for database in Self.databases {
        do throws(FileError) {
          try database.read(files, into: &state.list)
        } catch {
          if !error.isAbsent { state.failures.append(error) }
        }
      }
      return state.list
    }
  }

  private static func stamp(_ files: FileTree) -> UInt64 {
    var words: [UInt64] = []
    for path in databases.map(\.stampPath) {
      do {
        let info = try files.info(path)
        words += [
          info.size, UInt64(bitPattern: info.modifiedAt), UInt64(info.modifiedFraction),
          UInt64(bitPattern: info.changedAt), UInt64(info.changedFraction),
        ]
      } catch { words.append(UInt64(UInt32(bitPattern: error.code))) }
    }
    return SipHash((1, 2)).digest(words)
  }
}

/// A package manager's record of the files that its packages brought.
protocol PackageDatabase: Sendable {
  /// A file or folder that changes with every change of the packages.
  var stampPath: String { get }
  /// Adds every listed file; throws `FileError` for the first part that cannot be read.
  func read(_ files: FileTree, into list: inout PackageList) throws(FileError)
}
