import Facts
import LinuxHost
import Markings

/// What the scanning threads share; none of it changes while they run.
struct ScanContext: Sendable {
  let bodies: LazyPrefilter
  let names: BytePrefilter
  let packages: PackageDigests
  /// nil where every file is to be read.
  let keys: CacheKeys?
  let known: CacheTable?
  /// Whether the files are those of a medium, on which every folder is its users'.
  let isMedium: Bool

  /// Who writes in a folder.
  func place(of folder: [UInt8]) -> DocumentPlace { isMedium ? .user : DocumentPlace(of: folder) }
}
