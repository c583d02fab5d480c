import Dispatch
import Facts
import LinuxHost
import Synchronization
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
    #expect(
      try walk(tree).sorted() == ["file /a/b/c.txt", "folder /a", "folder /a/b", "special /a/pipe"])
  }

  @Test func threadsShareOneWalk() throws {
    let tree = try TemporaryTree()
    for index in 0..<3000 {
      try tree.file("f\(index / 1000)/\(index)-\(String(repeating: "x", count: 40))", "x")
    }
    let walk = FileWalk(try tree.host().files)
    let seen = Mutex<[String]>([])
    let failures = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      do {
        try walk.run { event in
          if case .file(let file) = event { seen.withLock { $0.append(file.path) } }
        }
      } catch { failures.withLock { $0 += 1 } }
    }
    let paths = seen.withLock(\.self)
    #expect(failures.withLock(\.self) == 0)
    #expect(paths.count == 3000 && Set(paths).count == 3000)
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
