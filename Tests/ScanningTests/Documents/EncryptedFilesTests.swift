import Foundation
import SampleBuilder
import TestSupport
import Testing

/// Files under a password are rows with their reason, and keep the machine from passing.
@Suite struct EncryptedFilesTests {
  private func recording(_ scratch: Scratch) throws -> String {
    let samples = try Samples()
    let folder = scratch.path + "/recording"
    try samples.builder.build("clean-standalone", into: folder)
    return folder
  }

  private func python(_ script: String, _ arguments: String...) throws {
    let run = try Run("/usr/bin/python3", ["\(Built.root)/samples/documents/matrix/\(script)"] + arguments)
    try #require(run.status == 0, "\(run.errors)")
  }

  /// The check of unread documents must not pass under any edition.
  private func expectUnreadable(_ folder: String, _ scratch: Scratch) throws {
    let outcome = try Samples().judge.judge(folder, output: scratch.path + "/judged")
    for edition in outcome.editions {
      let result = try #require(edition.results.first { $0.check.id == "document_unreadable" })
      #expect(result.status == .fail)
    }
  }

  @Test func encryptedFilesAreRowsAndDoNotPass() throws {
    let scratch = try Scratch()
    let folder = try recording(scratch)
    let place = "\(folder)/root/home/an"
    try python("encrypted.py", place)
    let names = try FileManager.default.contentsOfDirectory(atPath: place)
    #expect(names.count >= 11)
    let output = scratch.path + "/scan"
    let run = try Run(
      Built.airseal,
      ["scan", "--recording", folder, "--rules", Built.rules, "--output", output, "--format", "json"])
    #expect(run.status != 0, "\(run.errors)")
    for name in names {
      let query =
        "SELECT status || ' ' || reason AS answer FROM document_scan WHERE path = '/home/an/\(name)'"
      let row = try Run(Built.airseal, ["query", query, "--facts", "\(output)/facts.sqlite"])
      #expect(row.output.contains("unreadable encrypted"), "\(name): \(row.output) \(row.errors)")
    }
    try expectUnreadable(folder, scratch)
  }

  @Test(arguments: ["a.docx", "a.zip", "a.pdf", "a.7z", "a.rar"])
  func oneEncryptedFileIsUnreadable(_ name: String) throws {
    let scratch = try Scratch()
    let folder = try recording(scratch)
    try python("encrypted.py", scratch.path + "/all")
    let home = "\(folder)/root/home/an"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: "\(scratch.path)/all/\(name)", toPath: "\(home)/\(name)")
    try expectUnreadable(folder, scratch)
  }

  @Test func findsDocumentInArchivesUnderAnotherName() throws {
    let scratch = try Scratch()
    let folder = try recording(scratch)
    let home = "\(folder)/root/home/an"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let letter = SampleDocuments.docx([["Số: 4/BC-UBND"], ["TỐI MẬT"]])
    let zip = try ArchiveBuilder.archive(.zip, [("a.docx", letter)])
    let archive = try ArchiveBuilder.archive(.tar, [("b.zip", zip)], filter: .gzip)
    try Data(archive).write(to: URL(filePath: "\(home)/anh.jpg"))
    let output = scratch.path + "/scan"
    let run = try Run(
      Built.airseal,
      ["scan", "--recording", folder, "--rules", Built.rules, "--output", output, "--format", "text"])
    #expect(run.output.contains("/home/an/anh.jpg"), "\(run.errors)")
    let query = "SELECT level || ' ' || member AS answer FROM marking WHERE path = '/home/an/anh.jpg'"
    let row = try Run(Built.airseal, ["query", query, "--facts", "\(output)/facts.sqlite"])
    #expect(row.output.contains("toi_mat 2"), "\(row.output) \(row.errors)")
  }
}
