import Foundation
import TestSupport
import Testing

/// `airseal scan --media` over folders and images.
@Suite struct MediumScanTests {
  let scratch: Scratch
  var stick: String { scratch.path + "/stick" }

  init() throws {
    scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
  }

  private func scan(_ medium: String, _ more: [String] = []) throws -> Run {
    try Run(
      Built.airseal,
      ["scan", "--media", medium, "--output", scratch.path + "/out", "--rules", Built.rules] + more,
      environment: ["AIRSEAL_STATE": scratch.path + "/state"])
  }

  private func write(_ name: String, _ text: String) throws {
    let path = stick + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// The result of every check that was judged.
  private func results(_ run: Run) throws -> [String: String] {
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.errors)")
    let edition = try #require((report["editions"] as? [[String: Any]])?.first)
    let results = try #require(edition["results"] as? [[String: Any]])
    return Dictionary(
      results.map { ($0["check"] as? String ?? "", $0["status"] as? String ?? "") }
    ) { first, _ in first }
  }

  @Test func anOrdinaryFolderIsUndeterminedWithoutADevice() throws {
    try write("Lich.txt", "Lịch công tác tuần 12\n")
    let run = try scan(stick, ["--format", "json"])
    #expect(run.status == 3, "\(run.errors)")
    let results = try results(run)
    #expect(results["malware_indicator"] == "pass" && results["malware_suspected"] == "pass")
    #expect(results["marked_document_present"] == "pass" && results["document_unreadable"] == "pass")
    #expect(results["medium_registered"] == "unknown" && results["network_link_up"] == "notselected")
  }

  @Test func aPlugXLayoutFails() throws {
    try write("\u{A0}/RECYCLER.BIN/x32.exe", "MZ")
    try write("USB.lnk", "L")
    let run = try scan(stick)
    #expect(run.status == 2)
    #expect(run.output.contains("KẾT QUẢ KIỂM TRA PHƯƠNG TIỆN LƯU TRỮ"))
    #expect(!run.output.contains("Không dùng máy này"))
  }

  @Test func markedDocumentsAndTracesAreListed() throws {
    try write("a.txt", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTUYỆT MẬT\nKế hoạch công tác\n")
    try write("usr/share/doc/b.txt", "TỐI MẬT\nBáo cáo\n")
    try write("LOST.DIR/1", "x")
    let results = try results(scan(stick, ["--format", "json"]))
    #expect(results["marked_document_present"] == "fail" && results["medium_used_in_phone"] == "fail")
  }

  @Test("What a medium calls a package vouches for nothing")
  func aPackageDatabaseOfTheMediumIsNotBelieved() throws {
    let text = "TUYỆT MẬT\nKế hoạch công tác\n"
    try write("usr/share/doc/b/b.txt", text)
    let sum = try Run("/usr/bin/md5sum", [stick + "/usr/share/doc/b/b.txt"]).output.prefix(32)
    try write(
      "var/lib/dpkg/status", "Package: b\nStatus: install ok installed\nArchitecture: all\nVersion: 1\n")
    try write("var/lib/dpkg/info/b.md5sums", "\(sum)  usr/share/doc/b/b.txt\n")
    try write("var/lib/dpkg/info/b.list", "/.\n/usr/share/doc/b/b.txt\n")
    #expect(try results(scan(stick, ["--format", "json"]))["marked_document_present"] == "fail")
  }

  @Test func nothingIsWrittenToIt() throws {
    try write("a.txt", "x")
    let run = try scan(stick, ["--output", stick + "/out"])
    #expect(run.status == 64 && !FileManager.default.fileExists(atPath: stick + "/out"))
  }

  @Test func profilesOfMachinesAreRefused() throws {
    let run = try scan(stick, ["--profile", "office"])
    #expect(run.status == 64 && run.errors.contains("office"))
    #expect(try scan("/dev/null").status == 64)
    #expect(try scan(stick, ["--root", "/"]).status == 64)
  }

  static let mountsImages: Bool = {
    guard geteuid() == 0, FileManager.default.fileExists(atPath: "/dev/loop-control"),
      FileManager.default.isExecutableFile(atPath: "/usr/sbin/mkfs.ext4")
    else { return false }
    do { return try Run("/usr/bin/unshare", ["--mount", "true"]).status == 0 } catch { return false }
  }()

  /// An image whose file system holds the stick's files.
  private func image(_ name: String) throws -> String {
    let path = scratch.path + "/" + name
    try Data(count: 4 << 20).write(to: URL(fileURLWithPath: path))
    let made = try Run("/usr/sbin/mkfs.ext4", ["-q", "-d", stick, path])
    #expect(made.status == 0, "\(made.errors)")
    return path
  }

  @Test(.enabled(if: mountsImages, "mounting an image needs root, loop devices and mkfs.ext4"))
  func anImageIsReadAndStaysAsItIs() throws {
    try write("RECYCLER.BIN/wsc.dll", "MZ")
    let path = try image("stick.img")
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let run = try scan(path)
    #expect(run.status == 2, "\(run.output) \(run.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try !Run("/usr/sbin/losetup", ["-a"]).output.contains("stick.img"))
  }

  @Test(.enabled(if: mountsImages, "mounting an image needs root, loop devices and mkfs.ext4"))
  func everyPartitionCountsAndAnEncryptedOneBlocks() throws {
    try write("a.txt", "x")
    let part = try Data(contentsOf: URL(fileURLWithPath: image("part.img")))
    var disk = Data(count: 1 << 20)
    for (index, start) in [UInt8(8), 40].enumerated() {
      let base = 446 + 16 * index
      disk[base + 4] = 0x83
      disk[base + 9] = start
      disk[base + 13] = 0x20
    }
    disk[510] = 0x55
    disk[511] = 0xAA
    disk += part
    disk += Data([0x4C, 0x55, 0x4B, 0x53, 0xBA, 0xBE, 0, 2]) + Data(count: 1 << 20)
    let path = scratch.path + "/disk.img"
    try disk.write(to: URL(fileURLWithPath: path))
    let run = try scan(path)
    #expect(run.status == 3, "\(run.output)")
    #expect(run.output.contains("disk.img:2") && run.output.contains("LUKS"))
  }

  @Test func aFileThatIsNoImageIsRefused() throws {
    try write("a.txt", "hello")
    let run = try scan(stick + "/a.txt")
    #expect(run.status == 64 && run.errors.contains("a.txt"))
  }
}
