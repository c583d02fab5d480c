import Foundation
import TestSupport
import Testing

/// No word of a document leaves the worker: not through facts, reports, nor what the programs print.
struct CanaryTests {
  private static let words = ["chichbong7391", "vanhkhuyen5520", "saosau8846", "hoami6127", "bimbip9903"]

  @Test("A whole scan of documents full of canary words", arguments: ["text", "json", "html"])
  func keepsWordsToItself(format: String) throws {
    let tree = try documents()
    _ = try tree.host()
    let scratch = try Scratch()
    let run = try Run(
      Built.airseal,
      [
        "scan", "--recording", tree.path, "--rules", Built.rules, "--output", scratch.path, "--format",
        format,
        "--verbose", "--cache",
      ], environment: ["AIRSEAL_STATE": "\(scratch.path)/state"])
    #expect((0...3).contains(run.status) && !run.output.isEmpty, "\(run.errors)")
    var outputs = ["standard output": Data(run.output.utf8), "standard error": Data(run.errors.utf8)]
    outputs.merge(try files(in: scratch.path)) { $1 }
    #expect(outputs.keys.contains { $0.hasPrefix("state/") && $0.contains("cache") })
    for name in ["facts.sqlite", "report.json", "report.html"] {
      let bytes = try #require(outputs[name], "\(name)")
      for file in ["marked.docx", "marked.odt", "marked.pdf"] {
        #expect(bytes.range(of: Data(file.utf8)) != nil, "\(name) does not speak of \(file)")
      }
    }
    for (name, bytes) in outputs {
      for word in Self.words { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)") }
    }
  }

  @Test("Every format and place of the matrix of marked documents")
  func keepsWordsOfEveryFormatToItself() throws {
    let word = Self.words[0]
    let tree = try TemporaryTree()
    let script = "\(Built.root)/samples/documents/matrix/canary.py"
    let made = try Run("/usr/bin/python3", [script, tree.path + "/root", word])
    try #require(made.status == 0, "\(made.errors)")
    _ = try tree.host()
    let scratch = try Scratch()
    let run = try Run(
      Built.airseal,
      [
        "scan", "--recording", tree.path, "--rules", Built.rules, "--output", scratch.path, "--verbose",
        "--cache",
      ],
      environment: ["AIRSEAL_STATE": "\(scratch.path)/state"])
    #expect((0...3).contains(run.status) && run.output.contains("/home/an/"), "\(run.errors)")
    #expect(!(run.output + run.errors).contains(word))
    let facts = try Run(
      Built.airseal,
      ["query", "SELECT count(DISTINCT path) AS n FROM marking", "--facts", "\(scratch.path)/facts.sqlite"])
    #expect(facts.output.split(whereSeparator: { !$0.isNumber }).contains { (Int($0) ?? 0) > 250 })
    for (name, bytes) in try files(in: scratch.path) {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(name)")
    }
  }

  /// Report, facts, and what the scan keeps in its state folder.
  private func files(in folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      found[name] = try Data(contentsOf: URL(fileURLWithPath: path))
    }
    return found
  }

  /// Marked and broken documents with a canary word in every place that holds text or a name.
  private func documents() throws -> TemporaryTree {
    let words = Self.words
    let marked = SampleDocuments.docx(
      [[words[0]], ["TỐI M", "ẬT"]], header: words[1], title: words[2], custom: (words[3], words[4]),
      members: ["word/\(words[3]).xml": "<x/>", "word/media/\(words[4]).png": "x"])
    let broken = SampleDocuments.docx([[words[0]]], members: ["word/header1.xml": "<broken \(words[1])"])
    let section = "<text:section text:name=\"\(words[2])\"><text:p>\(words[1])</text:p></text:section>"
    var sheet = ZipBuilder()
    sheet.add("[Content_Types].xml", "<Types/>")
    sheet.add("xl/workbook.xml", "<workbook><sheets><sheet name=\"\(words[3])\"/></sheets></workbook>")
    sheet.add("xl/\(words[4]).xml", "<x/>")
    return try TemporaryTree()
      .file("home/an/marked.docx", bytes: marked).file("home/an/broken.docx", bytes: broken)
      .file("home/an/marked.odt", bytes: SampleDocuments.odt([section, words[0], "TỐI MẬT"]))
      .file("home/an/marked.pdf", bytes: SampleDocuments.pdf([words[0], "TỐI MẬT"], title: words[2]))
      .file("home/an/table.xlsx", bytes: sheet.finished())
      .file("home/an/broken.pdf", "%PDF-1.4 \(words[3])")
      .file("home/an/marked.txt", "\(words[0])\nTỐI MẬT\n\(words[1])\n")
  }
}
