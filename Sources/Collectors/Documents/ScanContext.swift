import Facts
import LinuxHost
import Markings

/// What the scanning threads share; none of it changes while they run.
struct ScanContext: Sendable {
  let bodies: BytePrefilter
  let names: BytePrefilter
  let packages: PackageDigests
  /// nil where every file is to be read.
  let keys: CacheKeys?
  let known: CacheTable?
}
