@testable import Collectors
import Facts
@testable import LinuxHost
import TestSupport
import Testing

@Suite struct MediumTraceCollectorTests {
  private func collected(_ tree: TemporaryTree, _ type: any Collector.Type) throws -> Collected {
    let medium = OpenedMedium(
      name: "x", source: .folder, files: try FileTree(root: tree.real("/")),
      volumes: [.init(path: "/", fileSystem: "")])
    return try Collected(type.tables) {
      try type.init(.test).collect(from: MediumHost(medium, devices: []), into: $0)
    }
  }

  @Test(arguments: [
    ("System Volume Information/IndexerVolumeGuid", MediumSystem.windows, MediumSign.systemFolder, nil),
    ("$Recycle.Bin/S-1-5-21/x", .windows, .recycleBin, nil), ("autorun.inf", .windows, .autorun, nil),
    ("Users/an/NTUSER.DAT", .windows, .userFolder, "an"), (".Spotlight-V100/x", .macos, .systemFolder, nil),
    (".fseventsd/0", .macos, .systemFolder, nil), (".Trash-1000/files/x", .linux, .recycleBin, "1000"),
    ("home/binh/x", .linux, .userFolder, "binh"), ("LOST.DIR/0", .android, .systemFolder, nil),
    ("Android/data/com.zing.zalo/x", .android, .systemFolder, nil),
    ("DCIM/100/x.jpg", .camera, .appFolder, nil),
  ])
  func traces(path: String, system: MediumSystem, sign: MediumSign, person: String?) throws {
    let result = try collected(TemporaryTree().file("/\(path)"), MediumTraceCollector.self)
    let rows = result.rows(MediumTrace.self)
    #expect(result.status == .complete)
    #expect(rows.count == 1)
    #expect(rows.first?.system == system)
    #expect(rows.first?.sign == sign)
    #expect(rows.first?.person == person)
  }

  @Test func ordinaryFilesAreNoTraces() throws {
    let tree = try TemporaryTree().file("/Android.docx").file("/Lịch/Users.xlsx").file("/Users/Public/a.txt")
      .file("/home.txt")
    #expect(try collected(tree, MediumTraceCollector.self).rows(MediumTrace.self).isEmpty)
  }

  @Test func malwareIsLookedForInTheRoot() throws {
    let rows = try collected(TemporaryTree().file("/\u{A0}/x32.exe"), MediumMalwareCollector.self)
      .rows(MalwareTrace.self)
    #expect(rows.contains { $0.strength == .proven && $0.place == .medium })
  }
}
