import Facts
import LinuxHost
import TestSupport
import Testing

struct FileWalkTests {
  private func walk(_ tree: TemporaryTree, leavingOut paths: [String] = []) throws -> [String] {
    var seen: [String] = []
    try FileWalk(try tree.host().files, leavingOut: paths).run { event in
      switch event {
      case .file(let file): seen.append("file \(file.path)")
      case .folder(let path): seen.append("folder \(path)")
      case .special(let path, _): seen.append("special \(path)")
      case .failure(let error): seen.append("failure \(error.path)")
      }
    }
    return seen
  }

  @Test func visitsEverythingOnce() throws {
    let tree = try TemporaryTree().file("a/b/c.txt", "x").fifo("a/pipe").link("a/loop", to: "..").link(
      "etc", to: "/etc")
    #expect(try walk(tree) == ["folder /a", "folder /a/b", "special /a/pipe", "file /a/b/c.txt"])
  }

  @Test func leavesOutRealPaths() throws {
    let tree = try TemporaryTree().file("a/x", "x").file("b/y", "y")
    #expect(try walk(tree, leavingOut: [tree.real("a")]) == ["folder /b", "file /b/y"])
  }

  @Test func reportsFolderThatIsClosedToReader() throws {
    let tree = try TemporaryTree().file("home/a/x", "x").mark("home/a", mode: 0o700, owner: 0)
    tree.readAs = 65534
    #expect(try walk(tree) == ["folder /home", "folder /home/a", "failure /home/a"])
  }
}
