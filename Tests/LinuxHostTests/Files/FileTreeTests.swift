import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

@Suite struct FileTreeTests {
  private func error(_ path: String, _ files: FileTree) -> FileError? {
    do throws(FileError) {
      _ = try files.read(path)
      return nil
    } catch {
      return error
    }
  }

  @Test func linksResolveInsideTheTree() throws {
    let tree = try TemporaryTree().file("/usr/lib/os-release", "ID=inside\n")
    try tree.link("/etc/os-release", to: "/usr/lib/os-release").link(
      "/etc/up", to: "../../../../usr/lib/os-release")
    let files = try tree.host().files
    #expect(try files.text("/etc/os-release") == "ID=inside\n")
    #expect(try files.text("/etc/up") == "ID=inside\n")
    #expect(try files.linkTarget("/etc/os-release") == "/usr/lib/os-release")
  }

  @Test func aLoopOfLinksEnds() throws {
    let files = try TemporaryTree().link("/a", to: "b").link("/b", to: "a").host().files
    #expect(error("/a", files)?.reason == .linkLoop)
  }

  @Test func aFifoIsNotWaitedFor() throws {
    let files = try TemporaryTree().fifo("/var/log/syslog").host().files
    #expect(error("/var/log/syslog", files)?.reason == .notRegularFile)
  }

  @Test func aHugeSparseFileIsTooLarge() throws {
    let files = try TemporaryTree().sparse("/var/log/syslog", size: 10 << 30).host().files
    #expect(error("/var/log/syslog", files)?.reason == .tooLarge)
    #expect(try files.info("/var/log/syslog").size == 10 << 30)
  }

  @Test func absenceIsAnErrorThatSaysSo() throws {
    let files = try TemporaryTree().file("/etc/hosts").host().files
    #expect(error("/etc/none", files)?.isAbsent == true)
    #expect(error("/etc/hosts/below", files)?.isAbsent == true)
    #expect(try !files.exists("/etc/none"))
    #expect(throws: FileError.self) { try FileTree(root: "/nonexistent") }
  }

  @Test func readingLeavesTheAccessTime() throws {
    let tree = try TemporaryTree().file("/etc/hosts", "x", at: 1_000_000_000)
    _ = try tree.host().files.read("/etc/hosts")
    var status = stat()
    #expect(stat(tree.real("/etc/hosts"), &status) == 0)
    #expect(status.st_atim.tv_sec == 1_000_000_000)
  }
}
