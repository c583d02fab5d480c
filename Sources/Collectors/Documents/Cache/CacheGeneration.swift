import Crypto
import Foundation
import Glibc
import LinuxHost
import ParseWire

/// What earlier results depend on beside the files: marking rules, the worker and airseal itself.
enum CacheGeneration {
  /// A digest that changes with any of them; throws `FileError` where the rules cannot be read.
  static func digest(markings folder: String, worker: String) throws(FileError) -> [UInt8] {
    var hash = SHA256()
    let rules = try FileTree(root: folder)
    for name in try rules.list("/") {
      hash.update(data: Array(name.utf8) + [0])
      hash.update(data: SHA256.hash(data: try rules.read(name)).map { $0 })
    }
    for type in FileType.allCases { hash.update(data: Array(type.rawValue.utf8) + [0]) }
    for program in [worker, "/proc/self/exe"] {
      var info = stat()
      guard stat(program, &info) == 0 else { throw FileError(path: program, code: errno) }
      hash.update(
        data: Array(
          "\(info.st_dev) \(info.st_ino) \(info.st_size) \(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec) \(info.st_ctim.tv_sec).\(info.st_ctim.tv_nsec)\n"
            .utf8))
    }
    return Array(hash.finalize())
  }
}
