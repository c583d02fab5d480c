import Foundation
import Glibc
import TestSupport
import Testing

/// A scan of a disk leaves it as it was: content, inodes, owners and times, and makes no file but its results.
///
/// Following a symbolic link touches the link, which the kernel lets nobody avoid: its access time is left out.
@Suite struct NothingChangesTests {
  private static let long = 978_307_200

  private struct State: Equatable {
    let inode: UInt64
    let mode: UInt32
    let owner: UInt32
    let size: Int
    let modified: Int
    let accessed: Int
    let content: Data?
  }

  private let scratch: Scratch
  private let root: String
  private var known: [String] = []

  init() throws {
    scratch = try Scratch()
    root = scratch.path + "/recording/root"
    try Samples().builder.build("host-ubuntu-24.04", into: scratch.path + "/recording")
    known = try paths()
    for path in known { try age(path) }
  }

  private func paths() throws -> [String] {
    [root] + (try FileManager.default.subpathsOfDirectory(atPath: root).map { "\(root)/\($0)" })
  }

  /// Sets an access time long ago, which reading moves on any mount with relatime.
  private func age(_ path: String) throws {
    let omit = 0x3fff_fffe
    let times = [timespec(tv_sec: Self.long, tv_nsec: 0), timespec(tv_sec: 0, tv_nsec: omit)]
    guard utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW) == 0 else { throw POSIXError(.EIO) }
  }

  private func information(_ path: String) throws -> stat {
    var info = stat()
    guard lstat(path, &info) == 0 else { throw POSIXError(.EIO) }
    return info
  }

  /// All times are asked before anything is read or listed here; what that moves is set back.
  private func states() throws -> [String: State] {
    let asked = try Dictionary(uniqueKeysWithValues: known.map { ($0, try information($0)) })
    var states: [String: State] = [:]
    for (path, info) in asked {
      let isFile = info.st_mode & S_IFMT == S_IFREG
      let isLink = info.st_mode & S_IFMT == S_IFLNK
      states[path] = State(
        inode: UInt64(info.st_ino), mode: info.st_mode, owner: info.st_uid, size: Int(info.st_size),
        modified: info.st_mtim.tv_sec, accessed: isLink ? 0 : info.st_atim.tv_sec,
        content: isFile ? FileManager.default.contents(atPath: path) : nil)
    }
    #expect(Set(try paths()) == Set(known))
    for path in asked.keys { try age(path) }
    return states
  }

  private func scan(_ arguments: [String]) throws -> Run {
    var folders: [String] = []
    for name in ["tmp", "home"] {
      folders.append("\(scratch.path)/\(name)")
      try FileManager.default.createDirectory(
        atPath: "\(scratch.path)/\(name)", withIntermediateDirectories: true)
    }
    let run = try Run(
      Built.airseal, ["scan", "--output", scratch.path + "/out"] + arguments,
      environment: ["AIRSEAL_STATE": scratch.path + "/state", "TMPDIR": folders[0], "HOME": folders[1]])
    for folder in folders {
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [], "\(folder)")
    }
    return run
  }

  @Test func aDiskStaysAsItWas() throws {
    let before = try states()
    let run = try scan(["--root", root])
    #expect(run.status == 2 || run.status == 3, "\(run.errors)")
    let after = try states()
    for (path, state) in before { #expect(after[path] == state, "\(path)") }
    let made = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/out").sorted()
    #expect(made == ["facts.sqlite", "facts.sqlite.sha256", "report.html", "report.json"])
    #expect(!run.output.contains("atime"))
  }

  /// This test can fail: a plain reader moves the access time.
  @Test func anotherReaderIsSeen() throws {
    let path = root + "/etc/os-release"
    _ = try Run("/bin/cat", [path])
    #expect(try information(path).st_atim.tv_sec > Self.long)
  }

  /// Where the kernel refuses O_NOATIME, the report says so.
  @Test func anOrdinaryUserIsTold() throws {
    #expect(chmod(scratch.path, 0o777) == 0)
    let run = try Run(
      "/usr/bin/setpriv",
      ["--reuid=65534", "--regid=65534", "--clear-groups", Built.airseal, "scan", "--root", root]
        + ["--skip", "documents", "--format", "json", "--output", scratch.path + "/out"],
      environment: ["HOME": scratch.path, "AIRSEAL_STATE": scratch.path + "/state"])
    #expect(run.output.contains("atime"), "\(run.errors)")
  }
}
